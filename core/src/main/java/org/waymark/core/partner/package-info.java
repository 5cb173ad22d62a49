/** Partners, their professionals and engagements, events and sponsors, and the people of an organisation. Start with {@link org.waymark.core.partner.Engagement}. */
@NullMarked
@WaymarkStyle
package org.waymark.core.partner;

import org.jspecify.annotations.NullMarked;
import org.waymark.core.internal.WaymarkStyle;
