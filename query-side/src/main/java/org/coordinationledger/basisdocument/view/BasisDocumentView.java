package org.coordinationledger.basisdocument.view;

import org.coordinationledger.actor.Body;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.basisdocument.event.BasisDocumentState.End;
import org.coordinationledger.basisdocument.event.BasisDocumentState.Ending;
import org.coordinationledger.basisdocument.event.DocumentKind;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Readers;

/** What lists and figures show of basis documents. */
public final class BasisDocumentView {

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
            .papers(DocumentKind.values())
            .build();

    private BasisDocumentView() {}
}
