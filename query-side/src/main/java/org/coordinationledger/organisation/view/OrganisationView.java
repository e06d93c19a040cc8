package org.coordinationledger.organisation.view;

import java.util.List;
import org.coordinationledger.organisation.event.Border;
import org.coordinationledger.organisation.event.OrganisationEvent.Dissolved;
import org.coordinationledger.organisation.event.OrganisationEvent.Reattached;
import org.coordinationledger.organisation.event.OrganisationEvent.Registered;
import org.coordinationledger.organisation.event.OrganisationEvent.TerritoryCovered;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.organisation.event.OrganisationState.Dissolution;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Readers;
import org.coordinationledger.view.declaration.TrailRules;

/** What lists and figures show of organisations. The two superiors make the tree that all figures roll up along. */
public final class OrganisationView {

    public static final String NAME = "name";
    public static final String KIND = "kind";
    public static final String COVERS = "covers";
    public static final String PARTY_SUPERIOR = "partySuperior";
    public static final String COMMAND_SUPERIOR = "commandSuperior";
    public static final String SUCCESSORS = "successors";

    /** Superiors, covered communes and successors stand. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .relies(Registered.class, (e, on) -> {
                on.standing(e.partySuperior());
                on.standing(e.commandSuperior());
                on.standing(e.covers(), OrganisationKind.COMMUNE_PARTY_COMMITTEE);
            })
            .relies(Reattached.class, (e, on) -> on.standing(e.superior()))
            .relies(TerritoryCovered.class, (e, on) -> on.standing(e.covers(), OrganisationKind.COMMUNE_PARTY_COMMITTEE))
            .relies(Dissolved.class, (e, on) -> on.standing(e.successors()))
            .build();

    public static final FeatureView<OrganisationState> VIEW = FeatureView.of(OrganisationState.TYPE)
            .revision(2)
            .readers(Readers.EVERYBODY)
            .open(OrganisationState::standing)
            .code(KIND, OrganisationKind.class, OrganisationState::kind)
            .text(NAME, OrganisationState::name)
            .organisation(PARTY_SUPERIOR, OrganisationState::partySuperior)
            .organisation(COMMAND_SUPERIOR, OrganisationState::commandSuperior)
            .organisations(COVERS, OrganisationState::covers)
            .organisations(SUCCESSORS, s -> {
                Dissolution end = s.dissolution();
                return end == null ? List.of() : end.successors();
            })
            .code("border", Border.class, s -> s.territory().border())
            .quantity("borderKm", s -> s.territory().borderKm())
            .quantity("coastKm", s -> s.territory().coastKm())
            .quantity("seaKm2", s -> s.territory().seaKm2())
            .searchedBy("name")
            .titledBy(NAME)
            .flag("illustrative", OrganisationState::illustrative)
            .sortedBy(NAME)
            .tree(PARTY_SUPERIOR, COMMAND_SUPERIOR)
            .figure(standing("districts", OrganisationKind.DISTRICT_PARTY_COMMITTEE))
            .figure(standing("communes", OrganisationKind.COMMUNE_PARTY_COMMITTEE))
            .figure(standing("posts", OrganisationKind.BORDER_POST))
            .figure(standing("cells", OrganisationKind.CELL))
            .figure(Figure.quantity("borderKm", "borderKm"))
            .figure(Figure.quantity("coastKm", "coastKm"))
            .figure(Figure.quantity("seaKm2", "seaKm2"))
            .trail(TRAIL)
            .build();

    private OrganisationView() {}

    private static Figure standing(String name, OrganisationKind kind) {
        return Figure.count(name).where(FeatureView.OPEN, true).where(KIND, kind.name());
    }
}
