/** What the model's packages share and nobody else sees. */
@NullMarked
package org.waymark.core.internal;

import org.jspecify.annotations.NullMarked;
