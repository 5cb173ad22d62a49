/** Credentials and their awards, postsecondary enrolment and employment. Start with {@link org.waymark.core.credential.CredentialAward}. */
@NullMarked
@WaymarkStyle
package org.waymark.core.credential;

import org.jspecify.annotations.NullMarked;
import org.waymark.core.internal.WaymarkStyle;
