package org.coordinationledger.member.command;

import org.coordinationledger.rejection.Rejection;

/** Rules of members that look at other records. */
public sealed interface MemberAcross extends Rejection {

    /** The code stands for another member. */
    record CodeTaken(String memberCode, String by) implements MemberAcross {}

    /** Members are registered by their home organisation or one above it. */
    record HomeNotYours(String home) implements MemberAcross {
        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The comment considered is on another member. */
    record CommentOnAnother(String assignment) implements MemberAcross {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }
}
