package org.coordinationledger.member.view;

import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.member.event.Membership;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.Readers;

/** What lists and figures show of members: codes, never personal data. */
public final class MemberView {

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
            .build();

    private MemberView() {}
}
