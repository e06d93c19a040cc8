package org.coordinationledger.rejection;

import java.util.Locale;

/**
 * Why something asked for is refused, as data without language. Implementations are records nested in one sealed
 * family per feature; their components become members of the problem that a client gets, and their title and detail
 * come from the message bundles under the name that {@link #code()} gives.
 *
 * <p>A rejection MUST NOT carry personal data.
 */
public interface Rejection {

    /** What kind of refusal this is; the HTTP status follows from it. */
    enum Kind {
        /** Something named does not exist (404). */
        NOT_FOUND,
        /** The actor may not do this (403). */
        FORBIDDEN,
        /** A rule of the domain does not allow it as things stand (409). */
        CONFLICT,
        /** What was sent can never be right (422). */
        INVALID
    }

    default Kind kind() {
        return Kind.CONFLICT;
    }

    /**
     * The stable name of this rejection: family (without its ending) and case in kebab form, such as {@code cell-assignment/not-introduced}.
     * It is part of the public API; the approved list of all names is a test resource.
     */
    default String code() {
        return codeOf(getClass());
    }

    /** The {@link #code()} of every rejection of this class. */
    static String codeOf(Class<? extends Rejection> type) {
        Class<?> family = type.getDeclaringClass();
        String name = kebab(type.getSimpleName());
        return family == null ? name : kebab(family.getSimpleName().replaceFirst("(Rejection|Across)$", "")) + "/" + name;
    }

    /** {@code NotIntroduced} as {@code not-introduced}. */
    static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-").toLowerCase(Locale.ROOT);
    }
}
