package org.coordinationledger.appointment.event;

import org.coordinationledger.organisation.event.OrganisationKind;

/** Of which level a committee is that officers are appointed to. Stored by name: constants are never renamed. */
public enum CommitteeLevel {
    DISTRICT(OrganisationKind.DISTRICT_PARTY_COMMITTEE),
    COMMUNE(OrganisationKind.COMMUNE_PARTY_COMMITTEE);

    private final OrganisationKind kind;

    CommitteeLevel(OrganisationKind kind) {
        this.kind = kind;
    }

    /** The kind of organisation that a committee of this level is. */
    public OrganisationKind kind() {
        return kind;
    }
}
