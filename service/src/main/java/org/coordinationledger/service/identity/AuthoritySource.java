package org.coordinationledger.service.identity;

/** Who is believed about who may act. */
public enum AuthoritySource {
    /** The ledger: whoever acts needs a mandate in force. */
    MANDATES,
    /** The source of identity alone, which says person, organisation and role. */
    LOGINS
}
