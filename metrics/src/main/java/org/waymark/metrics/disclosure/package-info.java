/**
 * From counts to what everyone may see: a release protects cells first and runs measures on what is left. Start with
 * {@link org.waymark.metrics.disclosure.Release}.
 */
@NullMarked
package org.waymark.metrics.disclosure;

import org.jspecify.annotations.NullMarked;
