/** Students, their enrolments and statuses, plans and skills, and how a race is reported. Start with {@link org.waymark.core.student.Student}; {@link org.waymark.core.student.Students} holds the keys by which conditions name its fields. */
@NullMarked
@WaymarkStyle
package org.waymark.core.student;

import org.jspecify.annotations.NullMarked;
import org.waymark.core.internal.WaymarkStyle;
