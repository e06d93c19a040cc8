package org.coordinationledger.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Stands for a household of a hamlet, such as HO-TG-001. It tells nothing about the household: which one it is, the post
 * and the commune keep elsewhere.
 */
public record HouseholdCode(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2,6}(-[A-Z0-9]{1,8}){1,3}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public HouseholdCode {
        if (!FORM.matcher(value).matches()) {
            throw ValueRejection.thrown(new ValueRejection.MalformedHouseholdCode(ValueRejection.excerpt(value)));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
