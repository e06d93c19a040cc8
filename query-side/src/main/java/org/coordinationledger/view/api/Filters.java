package org.coordinationledger.view.api;

import static com.mongodb.client.model.Filters.eq;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FeatureView;

/** Filters of lists, from parameters {@code filter.<fact>=<value>}. */
final class Filters {

    private Filters() {}

    /** The parameters that a feature's lists can be filtered by. */
    static List<String> parameters(FeatureView<?> view) {
        return view.facts().stream()
                .filter(fact -> fact.kind().filters())
                .map(fact -> ReadQuery.filter(fact.name()))
                .toList();
    }

    static List<Bson> conditions(FeatureView<?> view, Map<String, String> filters) {
        List<Bson> conditions = new ArrayList<>();
        filters.forEach((name, value) ->
                conditions.add(eq("facts." + name, value(view.fact(name).orElseThrow(), value))));
        return conditions;
    }

    private static Object value(Fact<?> fact, String value) {
        String parameter = ReadQuery.filter(fact.name());
        switch (fact.kind()) {
            case FLAG -> {
                if (!value.equals("true") && !value.equals("false")) {
                    throw ReadQuery.invalid(parameter, value, "true, false");
                }
                return Boolean.valueOf(value);
            }
            case CODE -> {
                if (!fact.codes().contains(value)) {
                    throw ReadQuery.invalid(parameter, value, String.join(", ", fact.codes()));
                }
                return value;
            }
            case DATE -> {
                try {
                    return LocalDate.parse(value).toString();
                } catch (DateTimeException e) {
                    throw ReadQuery.invalid(parameter, value, "YYYY-MM-DD");
                }
            }
            case MONTH -> {
                try {
                    return YearMonth.parse(value).toString();
                } catch (DateTimeException e) {
                    throw ReadQuery.invalid(parameter, value, "YYYY-MM");
                }
            }
            default -> {
                return value;
            }
        }
    }
}
