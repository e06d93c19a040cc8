package org.coordinationledger.member.command;

import org.coordinationledger.rejection.Given;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.rejection.WhateverIsSaid;

/** Rules of members that look at other records. */
public sealed interface MemberAcross extends Rejection {

    /** The code stands for another member. */
    record CodeTaken(@Given String memberCode, String by) implements MemberAcross {}

    /** Members are registered by their home organisation or one above it. */
    record HomeNotYours(@Given String home) implements MemberAcross, WhateverIsSaid {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The comment considered is on another member. */
    record CommentOnAnother(@Given String assignment) implements MemberAcross {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }
}
