package org.coordinationledger.view.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coordinationledger.view.declaration.Fact;
import org.coordinationledger.view.declaration.FeatureView;

/** Examples of answers for the API description. */
final class Examples {

    /** The outcome of a request that introduced a member to a cell. */
    static final Map<String, Object> REQUEST = new TreeMap<>(Map.of(
            "resource", "cell-assignments",
            "id", "7f0c2f0e-8d3c-4a57-9d0e-6f1f2f8b8a11",
            "sequence", 2,
            "position", 812,
            "recordedAt", "2026-11-22T02:14:00.123Z",
            "events", List.of("cell-assignment.introduced"),
            "location", "/api/v1/cell-assignments/7f0c2f0e-8d3c-4a57-9d0e-6f1f2f8b8a11"));

    /** A cell that is found by the name that it had before. */
    static final Map<String, Object> SEARCH = new TreeMap<>(Map.of(
            "groups", List.of(new TreeMap<>(Map.of(
                    "resource", "organisations",
                    "hits", List.of(new TreeMap<>(Map.of(
                            "id", "4cf51efd-06a5-4f1f-8b57-6c1f5cf0a1b2",
                            "title", "Chi bộ ấp 3, xã Thông Bình",
                            "match", "TITLE",
                            "matched", "Chi bộ ấp 3, xã Thông Bình cũ",
                            "until", "2025-07-01",
                            "open", true))),
                    "whole", true))),
            "knownAt", 812,
            "effectiveOn", "2026-11-22"));

    /** A deputy who signs on authority that is lent. */
    static final Map<String, Object> ENTITLEMENT = new TreeMap<>(Map.of(
            "person", "P-0042",
            "organisation", "don-thong-binh",
            "role", "APPROVER",
            "entitled", true,
            "ground", "DELEGATION",
            "mandate",
                    new TreeMap<>(Map.of(
                            "id", "9b1d7c3e-2f4a-4c1b-8a6d-5e7f9a0b1c2d",
                            "body", "COMMITTEE",
                            "until", "2026-12-31",
                            "delegatedBy", "P-0041",
                            "grantedBy", "P-0041",
                            "grantedFor", "don-thong-binh",
                            "grantedAt", 807)),
            "knownAt", 812,
            "effectiveOn", "2026-11-22"));

    private Examples() {}

    /** A list of one record with a value for every fact. */
    static Map<String, Object> list(FeatureView<?> view) {
        Map<String, Object> facts = new TreeMap<>();
        for (Fact<?> fact : view.facts()) {
            facts.put(fact.name(), value(fact));
        }
        Map<String, Object> item = new TreeMap<>(Map.of(
                "id", "7f0c2f0e-8d3c-4a57-9d0e-6f1f2f8b8a11",
                "resource", view.resource(),
                "facts", facts,
                "effectiveFrom", "2013-03-01",
                "effectiveTo", "2020-01-01"));
        return new TreeMap<>(Map.of(
                "items", List.of(item), "next", "ODEyAA", "knownAt", 812, "effectiveOn", "2018-05-31"));
    }

    private static Object value(Fact<?> fact) {
        return switch (fact.kind()) {
            case FLAG -> true;
            case TEXT -> "…";
            case CODE -> fact.codes().get(0);
            case DATE -> "2013-03-01";
            case MONTH -> "2013-03";
            case RECORD, ORGANISATION -> "2a1f7c1e-64a8-4a27-b0a5-0d3d64cf7b55";
            case RECORDS, ORGANISATIONS -> List.of("2a1f7c1e-64a8-4a27-b0a5-0d3d64cf7b55");
            case WAITING -> List.of(new TreeMap<>(Map.of(
                    "what", fact.codes().get(0),
                    "by", "2a1f7c1e-64a8-4a27-b0a5-0d3d64cf7b55",
                    "competence", "DECIDE",
                    "since", "2013-03-01",
                    "due", "2013-03-31")));
            case QUANTITY -> new TreeMap<>(Map.of("value", 254, "quality", "EXACT"));
        };
    }
}
