/** Career pathways, career connected learning programs and dual credit. Start with {@link org.waymark.core.pathway.Program} and {@link org.waymark.core.pathway.Participation}. */
@NullMarked
@WaymarkStyle
package org.waymark.core.pathway;

import org.jspecify.annotations.NullMarked;
import org.waymark.core.internal.WaymarkStyle;
