package org.coordinationledger.basisdocument.view;

import org.coordinationledger.actor.Body;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent.Amended;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent.Issued;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent.Revoked;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent.Superseded;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.basisdocument.event.BasisDocumentState.End;
import org.coordinationledger.basisdocument.event.BasisDocumentState.Ending;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Readers;
import org.coordinationledger.view.declaration.Reliance.Condition;
import org.coordinationledger.view.declaration.Reliances;
import org.coordinationledger.view.declaration.TrailRules;

/** What lists and figures show of basis documents. */
public final class BasisDocumentView {

    /** Issued by organisations that stand, within a term of office; ended by documents in force. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .relies(Issued.class, BasisDocumentView::issued)
            .relies(Amended.class, (e, on) -> on.inForce(e.by()))
            .relies(Superseded.class, (e, on) -> on.inForce(e.by()))
            .relies(Revoked.class, (e, on) -> on.inForce(e.by()))
            .build();

    public static final FeatureView<BasisDocumentState> VIEW = FeatureView.of(BasisDocumentState.TYPE)
            .readers(Readers.NAMED_AND_BELOW)
            .open(BasisDocumentState::inForce)
            .text("number", BasisDocumentState::number)
            .code("kind", DocumentKind.class, BasisDocumentState::kind)
            .code("series", Series.class, BasisDocumentState::series)
            .date("issuedOn", BasisDocumentState::issuedOn)
            .date("inForceFrom", BasisDocumentState::inForceFrom)
            .date("lastDay", BasisDocumentState::lastDay)
            .flag("provisional", BasisDocumentState::provisional)
            .code("ending", Ending.class, s -> {
                End end = s.ended();
                return end == null ? null : end.ending();
            })
            .organisation("issuer", BasisDocumentState::issuer)
            .code("issuerBody", Body.class, BasisDocumentState::issuerBody)
            .organisations("jointIssuers", BasisDocumentState::jointIssuers)
            .organisations("appliesTo", BasisDocumentState::appliesTo)
            .organisation("keeper", BasisDocumentState::keeper)
            .searchedBy("number")
            .searchedIn(BasisDocumentState::subject)
            .titledBy("number", "issuer")
            .flag("illustrative", BasisDocumentState::illustrative)
            .sortedBy("issuedOn")
            .figure(Figure.values("basisDocumentsInForce", "number", "issuedOn")
                    .where(FeatureView.OPEN, true)
                    .applyingTo("appliesTo"))
            .trail(TRAIL)
            .papers(DocumentKind.values())
            .build();

    private BasisDocumentView() {}

    private static void issued(Issued event, Reliances on) {
        Reliances whenIssued = on.asOf(event.issuedOn());
        whenIssued.standing(event.issuer());
        whenIssued.standing(event.jointIssuers());
        on.standing(event.appliesTo());
        if (event.series() != Series.STATE_YEAR) {
            whenIssued.stateIfKnown(Condition.HAS_A_TERM, OrganisationState.TYPE, event.issuer(),
                    issuer -> issuer.termOn(event.issuedOn()).isPresent());
        }
    }
}
