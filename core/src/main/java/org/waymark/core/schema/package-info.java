/** The words one can ask with: units, dimensions, milestones, kinds of events, conditions over them, and the axes along which members fall into groups. Start with {@link org.waymark.core.schema.Condition} to say who is meant and with {@link org.waymark.core.schema.Axis} to say how they are grouped. */
@NullMarked
package org.waymark.core.schema;

import org.jspecify.annotations.NullMarked;
