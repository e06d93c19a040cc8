package org.coordinationledger.console.start;

import org.coordinationledger.actor.Actor;
import org.coordinationledger.agreement.event.AgreementState;
import org.coordinationledger.agreement.event.AnnualContents;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.view.api.RecordReads;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A party's agreement to the contents of a period: with the period and the digest of what is proposed now. */
@Component
final class AnnualContentsStart implements StepStart {

    private final FeatureViews views;
    private final RecordReads reads;

    AnnualContentsStart(FeatureViews views, RecordReads reads) {
        this.views = views;
        this.reads = reads;
    }

    @Override
    public String resource() {
        return AgreementState.TYPE.resource();
    }

    @Override
    public String step() {
        return "agree-annual-contents";
    }

    @Override
    public ObjectNode content(String id, Actor actor, Reading.At now) {
        FeatureView<?> view = views.ofType(AgreementState.TYPE.name()).orElseThrow();
        AgreementState state = (AgreementState)
                reads.on(actor, view, id, now.point(), now.effectiveOn()).phase().state();
        AnnualContents proposed = state.proposedContents();
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        return proposed == null
                ? content
                : content.put("period", proposed.period().value()).put("contents", proposed.digest().value());
    }
}
