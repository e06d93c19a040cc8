package org.coordinationledger.view.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Examples of answers about figures for the API description, all of Dong Thap. */
final class FigureExamples {

    private static final String FIGURE = "openCellAssignments";
    private static final String SCOPE = "tinh-uy-dong-thap";
    private static final String TODAY = "2020-03-03";
    private static final String BEFORE = "2018-05-31";
    private static final long KNOWN_AT = 812;
    private static final String ID = "7f0c2f0e-8d3c-4a57-9d0e-6f1f2f8b8a11";

    /** What a figure is. */
    static final Map<String, Object> LIST = Map.of(
            "figures",
            List.of(new TreeMap<>(Map.of(
                    "figure", FIGURE,
                    "title", "Open cell assignments",
                    "definition", "Assignments of a post’s members to cells that are open on the day.",
                    "resource", "cell-assignments",
                    "measure", "COUNT",
                    "where", Map.of("open", true),
                    "needsScope", false,
                    "needsComparedWith", false,
                    "codes", List.of("stage", "regime")))));

    /** 2020-03-03 compared with the day before regulation 04. */
    static final Map<String, Object> VALUE = asked(Map.of(
            "effectiveOn", TODAY, "comparedWith", BEFORE, "value", 66, "compared", 33, "growth", 2));

    /** The communes of the province. */
    static final Map<String, Object> BY_ORGANISATION = asked(Map.of(
            "by", "party",
            "effectiveOn", TODAY,
            "total", Map.of("value", 66),
            "rest", Map.of("value", 58),
            "rows",
                    List.of(new TreeMap<>(Map.of(
                            "organisation", "dang-uy-xa-thong-binh",
                            "name", "Đảng ủy xã Thông Bình",
                            "kind", "COMMUNE_PARTY_COMMITTEE",
                            "standing", true,
                            "value", 8))),
            "count", 1,
            "whole", true));

    /** By the stage of assignments. */
    static final Map<String, Object> BY_CODE = asked(Map.of(
            "fact", "stage",
            "effectiveOn", TODAY,
            "total", Map.of("value", 66),
            "rows", List.of(new TreeMap<>(Map.of("code", "ASSIGNED", "title", "assigned", "value", 66)))));

    /** Before and after regulation 04. */
    static final Map<String, Object> TREND = asked(Map.of(
            "step", "year",
            "perStep", false,
            "points",
                    List.of(
                            Map.of("effectiveOn", "2018-01-01", "value", 33),
                            Map.of("effectiveOn", "2019-01-01", "value", 66))));

    /** One record in full. */
    static final Map<String, Object> WHY = asked(Map.of(
            "title", "Open cell assignments",
            "definition", "Assignments of a post’s members to cells that are open on the day.",
            "effectiveOn", TODAY,
            "value", 66,
            "recordCount", 66,
            "organisationCount", 5,
            "organisations",
                    List.of(new TreeMap<>(Map.of(
                            "organisation", "don-thong-binh",
                            "name", "Đồn Biên phòng Thông Bình",
                            "records", 10,
                            "shown", List.of(record())))),
            "records", "/api/v1/figures/" + FIGURE + "/records?effectiveOn=" + TODAY + "&knownOn=" + KNOWN_AT));

    private FigureExamples() {}

    private static Map<String, Object> record() {
        String address = "/api/v1/cell-assignments/" + ID;
        return new TreeMap<>(Map.of(
                "id", ID,
                "resource", "cell-assignments",
                "title", "dang-vien-17",
                "since", "2018-07-01",
                "step",
                        new TreeMap<>(Map.of(
                                "event", "cell-assignment.assigned",
                                "title", "Assigned to a cell",
                                "sequence", 4,
                                "position", 640,
                                "recordedAt", "2026-11-22T02:14:00.123Z",
                                "effectiveOn", "2018-07-01")),
                "record", address + "?effectiveOn=" + TODAY + "&knownOn=" + KNOWN_AT,
                "history", address + "/history?knownOn=" + KNOWN_AT));
    }

    private static Map<String, Object> asked(Map<String, Object> answer) {
        Map<String, Object> whole = new TreeMap<>(answer);
        whole.put("figure", FIGURE);
        whole.put("scope", SCOPE);
        whole.put("knownAt", KNOWN_AT);
        return whole;
    }
}
