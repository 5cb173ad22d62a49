/**
 * Credentials as wallets hold them: Open Badges 3.0 and Comprehensive Learner Records 2.0 of 1EdTech. Start with {@link
 * org.waymark.io.badge.OpenBadges} to read and write, with {@link org.waymark.io.badge.Issuer} to make them of awards.
 *
 * <p>Nothing here signs, and nothing here verifies a signature: that takes keys and a network. What is written says by
 * the lack of a proof that it is unsigned, and what is read carries a note.
 */
@NullMarked
package org.waymark.io.badge;

import org.jspecify.annotations.NullMarked;
