/**
 * Constraints of the model: what exists but is doubtful. Start with {@link org.waymark.core.constraint.Constraints}; any
 * other Jakarta validator sees the same through {@link org.waymark.core.constraint.Checked}.
 */
@NullMarked
package org.waymark.core.constraint;

import org.jspecify.annotations.NullMarked;
