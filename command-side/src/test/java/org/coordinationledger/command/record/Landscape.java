package org.coordinationledger.command.record;

import static org.coordinationledger.testing.Life.administrator;
import static org.coordinationledger.testing.Life.day;

import java.util.List;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.organisation.event.TermName;
import org.coordinationledger.organisation.event.Territory;
import org.coordinationledger.testing.Life;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.Subject;
import org.jspecify.annotations.Nullable;

/** A province's organisations, all of which stand since 2010, and the registry that they are in. */
public final class Landscape {

    public static final Reason REASON = new Reason("sắp xếp lại");

    public final RegistryInMemory registry = new RegistryInMemory();

    public Landscape() {
        stands("centre", OrganisationKind.CENTRAL_BODY, null);
        stands("province", OrganisationKind.PROVINCIAL_PARTY_COMMITTEE, "centre");
        stands("elsewhere", OrganisationKind.PROVINCIAL_PARTY_COMMITTEE, "centre");
        stands("border-guard", OrganisationKind.PROVINCIAL_BORDER_GUARD_COMMITTEE, "province");
        stands("post", OrganisationKind.BORDER_POST, "border-guard");
        stands("post-2", OrganisationKind.BORDER_POST, "border-guard");
        stands("district", OrganisationKind.DISTRICT_PARTY_COMMITTEE, "province");
        stands("commune", OrganisationKind.COMMUNE_PARTY_COMMITTEE, "district");
        stands("cell", OrganisationKind.CELL, "commune");
    }

    public void stands(String id, OrganisationKind kind, @Nullable String partySuperior) {
        organisation(id, registered(kind, id, partySuperior));
    }

    /** An organisation of this name since 2010, under nothing along the command line. */
    public static OrganisationEvent.Registered registered(
            OrganisationKind kind, String name, @Nullable String partySuperior) {
        return new OrganisationEvent.Registered(
                day("2010-01-01"),
                kind,
                new Name(name),
                partySuperior == null ? null : Life.organisation(partySuperior),
                null,
                List.of(),
                Territory.UNKNOWN,
                false,
                List.of());
    }

    public void organisation(String id, OrganisationEvent event) {
        registry.with(OrganisationState.TYPE, Life.organisation(id), administrator(), event);
    }

    public void dissolve(String id, String day) {
        organisation(id, new OrganisationEvent.Dissolved(
                day(day), OrganisationEvent.Manner.DISSOLVED, List.of(), REASON, List.of()));
    }

    public void term(String id, String name, String firstDay, String lastDay) {
        organisation(id, new OrganisationEvent.TermOpened(day(firstDay), new TermName(name), day(lastDay)));
    }

    /** A regulation of the province from 2012-12-03 on, which applies to it and all under it. */
    public void regulation(BasisDocumentId id, String appliesTo) {
        issued(id, "09-QĐ/TU", "province", appliesTo, List.of());
    }

    /** A document of an organisation from 2012-12-03 on, which applies to it and all under it and carries out others. */
    public void document(BasisDocumentId id, String number, String issuer, List<BasisDocumentId> carriesOut) {
        issued(id, number, issuer, issuer, carriesOut);
    }

    private void issued(
            BasisDocumentId id, String number, String issuer, String appliesTo, List<BasisDocumentId> carriesOut) {
        registry.with(
                BasisDocumentState.TYPE,
                id,
                Life.recorder(issuer),
                new BasisDocumentEvent.Issued(
                        day("2012-12-03"),
                        new DocumentNumber(number),
                        DocumentKind.REGULATION,
                        Series.PARTY_TERM,
                        Life.organisation(issuer),
                        null,
                        List.of(),
                        day("2012-12-03"),
                        new Subject("Quy định"),
                        false,
                        carriesOut,
                        List.of(Life.organisation(appliesTo)),
                        null,
                        false));
    }
}
