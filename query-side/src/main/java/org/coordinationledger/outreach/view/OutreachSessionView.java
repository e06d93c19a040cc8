package org.coordinationledger.outreach.view;

import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.outreach.event.OutreachSessionEvent.Held;
import org.coordinationledger.outreach.event.OutreachSessionState;
import org.coordinationledger.outreach.event.OutreachTopic;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.TrailRules;

/** What lists and figures show of outreach sessions. A session is a fact of a day that counts from then on. */
public final class OutreachSessionView {

    private static final String TOPIC = "topic";
    private static final String HELD_ON = "heldOn";
    private static final String SESSIONS = "sessions";
    private static final String ATTENDANCES = "attendances";
    private static final String ORGANISER = "organiser";
    private static final String VENUES = "venues";

    /** Held by an organisation that stands, in communes that do. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .relies(Held.class, (e, on) -> {
                on.standing(e.organiser());
                on.standing(e.venues(), OrganisationKind.COMMUNE_PARTY_COMMITTEE);
            })
            .build();

    public static final FeatureView<OutreachSessionState> VIEW = FeatureView.of(OutreachSessionState.TYPE)
            .open(s -> true)
            .code(TOPIC, OutreachTopic.class, OutreachSessionState::topic)
            .date(HELD_ON, OutreachSessionState::heldOn)
            .organisation(ORGANISER, OutreachSessionState::organiser)
            .organisations(VENUES, OutreachSessionState::venues)
            .quantity(SESSIONS, OutreachSessionState::sessions)
            .quantity(ATTENDANCES, OutreachSessionState::attendances)
            .searchedIn(OutreachSessionState::subject)
            .titledBy(TOPIC, HELD_ON, ORGANISER)
            .flag("illustrative", OutreachSessionState::illustrative)
            .sortedBy(HELD_ON)
            .figure(Figure.sum("outreachSessions", SESSIONS)
                    .happenedOn(HELD_ON)
                    .placedBy(ORGANISER, VENUES))
            .figure(Figure.sum("outreachAttendances", ATTENDANCES)
                    .happenedOn(HELD_ON)
                    .placedBy(ORGANISER, VENUES))
            .trail(TRAIL)
            .build();

    private OutreachSessionView() {}
}
