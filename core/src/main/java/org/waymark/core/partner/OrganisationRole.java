package org.waymark.core.partner;

/** What somebody is in an organisation. */
public enum OrganisationRole {
    /** Staff. */
    STAFF,
    /** Board. */
    BOARD,
    /** Representative of a partner. */
    PARTNER_REPRESENTATIVE
}
