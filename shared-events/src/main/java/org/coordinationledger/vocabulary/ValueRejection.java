package org.coordinationledger.vocabulary;

import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;

/** Why a value cannot exist. The field it was meant for is added where the value was read. */
public sealed interface ValueRejection extends Rejection {

    @Override
    default Kind kind() {
        return Kind.INVALID;
    }

    /** Required, and missing or only white space. */
    record Blank(String value) implements ValueRejection {}

    /** Longer than allowed, in characters. */
    record TooLong(int length, int longest) implements ValueRejection {}

    /** More elements than allowed. */
    record TooMany(int count, int most) implements ValueRejection {}

    /** Text must be in Unicode normalization form C, so that equal words are equal bytes. */
    record NotNormalized(String excerpt) implements ValueRejection {}

    /** Control characters, characters that show nothing, or half characters. */
    record ForbiddenCharacter(String character) implements ValueRejection {}

    record MalformedId(String excerpt) implements ValueRejection {}

    /** Not a document number such as 09-QĐ/TU. */
    record MalformedNumber(String excerpt) implements ValueRejection {}

    /** Not the name of a figure such as openCellAssignments. */
    record MalformedFigureName(String excerpt) implements ValueRejection {}
    /** Not a code of a household such as HO-TG-001. */
    record MalformedHouseholdCode(String excerpt) implements ValueRejection {}

    /** A date outside 1930-01-01 … 2200-12-31, or an end before its beginning. */
    record ImpossibleDate(String date) implements ValueRejection {}

    record NegativeQuantity(String quantity) implements ValueRejection {}

    /** Persons, sessions or đồng are not divided. */
    record NotWhole(String quantity) implements ValueRejection {}

    /** Not the SHA-256 of a text as 64 hexadecimal digits. */
    record NotATextDigest(String excerpt) implements ValueRejection {}

    /** Not the verifier key of a witness, or one whose parts do not belong together. */
    record NotAWitnessKey(String excerpt) implements ValueRejection {}

    record Missing(String component) implements ValueRejection {}

    static RejectedException thrown(ValueRejection rejection) {
        return new RejectedException(rejection);
    }

    /** @param component the component that the value was meant for */
    static RejectedException thrown(String component, ValueRejection rejection) {
        return new RejectedException(rejection, component);
    }

    /** The first 40 characters, so that a problem never repeats a large input. */
    static String excerpt(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }
}
