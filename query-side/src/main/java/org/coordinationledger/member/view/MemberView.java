package org.coordinationledger.member.view;

import org.coordinationledger.cellassignment.event.CellAssignmentState;
import org.coordinationledger.member.event.MemberEvent.Rated;
import org.coordinationledger.member.event.MemberEvent.Registered;
import org.coordinationledger.member.event.MemberEvent.Transferred;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.member.event.Membership;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Readers;
import org.coordinationledger.view.declaration.Reliance.Condition;
import org.coordinationledger.view.declaration.TrailRules;

/** What lists and figures show of members: codes, never personal data. */
public final class MemberView {

    /** A home is an organisation that stands, and comments considered are about the member. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .relies(Registered.class, (e, on) -> {
                on.standing(e.home());
                on.underWhoActs(e.home());
            })
            .relies(Transferred.class, (e, on) -> on.standing(e.to()))
            .relies(Rated.class, (e, on) -> e.commentsConsidered().forEach(assignment -> on.state(
                    Condition.ABOUT_THE_MEMBER, CellAssignmentState.TYPE, assignment,
                    seat -> seat.member().value().equals(on.record()))))
            .build();

    public static final FeatureView<MemberState> VIEW = FeatureView.of(MemberState.TYPE)
            .open(MemberState::available)
            .text("code", MemberState::code)
            .organisation("home", MemberState::home)
            .code("membership", Membership.class, MemberState::membership)
            .flag("serving", s -> s.leftService() == null)
            .flag("personalDataErased", s -> s.personalDataErased() != null)
            .searchedBy("code")
            .readers(Readers.NAMED_KNOWN_BY_CODE)
            .titledBy("code")
            .flag("illustrative", MemberState::illustrative)
            .sortedBy("code")
            .figure(Figure.count("members").where(FeatureView.OPEN, true).placedBy("home"))
            .trail(TRAIL)
            .build();

    private MemberView() {}
}
