/**
 * What partners do and whom they reach. Start with {@link org.waymark.metrics.partner.Reach}; {@link
 * org.waymark.metrics.partner.PartnerFlow} tells who stays and who is lost, {@link
 * org.waymark.metrics.partner.IdentityMatch} whether students meet people like themselves, {@link
 * org.waymark.metrics.partner.EngagementRoles} and {@link org.waymark.metrics.partner.LaunchConditions} whether what is
 * called rigorous, or Career Launch, has what the name promises.
 */
@NullMarked
package org.waymark.metrics.partner;

import org.jspecify.annotations.NullMarked;
