package org.coordinationledger.service.identity;

import org.coordinationledger.vocabulary.OrganisationId;

/** The organisation whose administrators keep the service, and which the service itself acts for. */
public record Administration(OrganisationId organisation) {}
