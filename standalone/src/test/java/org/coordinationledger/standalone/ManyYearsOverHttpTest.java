package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.coordinationledger.standalone.Township.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One assignment over fourteen years: introduced in 2012, its letter corrected in 2014, suspended, resumed, passed on when
 * its commune was merged in 2025, and ended. Whatever anybody asks, as known at any of its steps and for any day around
 * one, state, list, file and history tell what the steps that were known by then say.
 */
class ManyYearsOverHttpTest {

    private static final String ASSIGNMENT = "cell-assignments/long";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final MovedClock CLOCK = new MovedClock();
    private static final Township TOWNSHIP =
            new Township(List.of("province", "guard", "post", "commune", "merged"), CLOCK);

    /** The steps of the assignment in the order of recording. */
    private static final List<Taken> STEPS = new ArrayList<>();

    /**
     * A step as it was sent.
     *
     * @param position of its event
     * @param known the last position of its commit, at which it is known: keys that it holds come after it
     */
    private record Taken(
            String step, LocalDate recordedOn, long position, long known, LocalDate effectiveOn, JsonNode body) {}

    /** What the assignment is at one pair of times, told from the steps alone. */
    private record Told(String stage, String commune, @Nullable String letter, @Nullable String letterDate,
            @Nullable String cell) {
        boolean open() {
            return stage.equals("ASSIGNED");
        }
    }

    @BeforeAll
    static void record_fourteen_years() {
        TOWNSHIP.registerPostAndCommune();

        step("2012-03-02", "post.records", "select", """
                {"id": "long", "effectiveOn": "2012-03-01", "member": "m-1", "post": "post", "commune": "commune"}""");
        step("2012-03-11", "commune.decides", "agree", "{\"effectiveOn\": \"2012-03-10\"}");
        step("2012-03-21", "post.decides", "introduce", """
                {"effectiveOn": "2012-03-20", "letter": "1-GT/ĐU", "letterDate": "2012-03-19", "regime": "ATTENDANCE",
                 "votingRight": false}""");
        step("2012-04-02", "commune.records", "receive", "{\"effectiveOn\": \"2012-04-01\"}");
        step("2012-05-02", "commune.decides", "assign", "{\"effectiveOn\": \"2012-05-01\", \"cell\": \"cell\"}");
        step("2014-01-10", "post.decides", "correct", """
                {"effectiveOn": "2014-01-10", "corrects": 2, "reason": "Ghi sai số và ngày", "replacement":
                 {"event": "cell-assignment.introduced", "effectiveOn": "2012-03-24", "letter": "7-GT/ĐU",
                  "letterDate": "2012-03-23", "cells": [], "regime": "ATTENDANCE", "votingRight": false, "bases": []}}""");
        step("2015-02-01", "post.decides", "suspend", "{\"effectiveOn\": \"2015-01-01\", \"reason\": \"Đi học\"}");
        step("2016-01-05", "post.decides", "resume", "{\"effectiveOn\": \"2016-01-01\"}");
        CLOCK.moveTo(LocalDate.of(2025, 7, 10));
        TOWNSHIP.record("administrator", "organisations", """
                {"id": "merged", "effectiveOn": "2025-07-01", "kind": "COMMUNE_PARTY_COMMITTEE", "name": "Đảng ủy xã mới",
                 "partySuperior": "province"}""");
        TOWNSHIP.record("administrator", "organisations/cell/reattach", """
                {"effectiveOn": "2025-07-01", "line": "PARTY", "superior": "merged"}""");
        TOWNSHIP.record("administrator", "organisations/commune/dissolve", """
                {"effectiveOn": "2025-07-01", "manner": "MERGED", "successors": ["merged"], "reason": "Sắp xếp"}""");
        step("2025-08-01", "merged.decides", "inherit", """
                {"effectiveOn": "2025-07-01", "from": "commune", "by": "merged"}""");
        step("2026-01-10", "post.decides", "end", "{\"effectiveOn\": \"2025-12-31\", \"reason\": \"Hết nhiệm kỳ\"}");
        CLOCK.moveTo(LocalDate.of(2026, 2, 1));
    }

    private static void step(String recordedOn, String user, String step, String body) {
        LocalDate day = LocalDate.parse(recordedOn);
        CLOCK.moveTo(day);
        JsonNode fields = JSON.readTree(body);
        TOWNSHIP.record(user, step.equals("select") ? "cell-assignments" : ASSIGNMENT + "/" + step, fields);
        JsonNode events = TOWNSHIP.read(ASSIGNMENT + "/events", Map.of()).json().path("events");
        long position = events.get(events.size() - 1).path("position").asLong();
        LocalDate effectiveOn = LocalDate.parse(fields.path("effectiveOn").asString());
        STEPS.add(new Taken(step, day, position, TOWNSHIP.tail(), effectiveOn, fields));
    }

    /** What steps known by then say of a day; null before the first of them. */
    private static @Nullable Told told(int known, LocalDate day) {
        record Said(String step, LocalDate on, JsonNode body) {}
        List<Said> said = new ArrayList<>();
        for (Taken taken : STEPS.subList(0, known)) {
            if (taken.step().equals("correct")) {
                JsonNode right = taken.body().path("replacement");
                said.set(2, new Said("introduce", LocalDate.parse(right.path("effectiveOn").asString()), right));
            } else {
                said.add(new Said(taken.step(), taken.effectiveOn(), taken.body()));
            }
        }
        said.sort(Comparator.comparing(Said::on));
        Told told = null;
        for (Said one : said) {
            if (one.on().isAfter(day)) {
                continue;
            }
            String text = one.body().path("letter").asString("");
            told = switch (one.step()) {
                case "select" -> new Told("SELECTED", "commune", null, null, null);
                case "agree" -> in("AGREED", told);
                case "introduce" -> new Told(
                        "INTRODUCED", told.commune(), text, one.body().path("letterDate").asString(), null);
                case "receive" -> in("RECEIVED", told);
                case "assign" -> new Told("ASSIGNED", told.commune(), told.letter(), told.letterDate(), "cell");
                case "suspend" -> in("SUSPENDED", told);
                case "resume" -> in("ASSIGNED", told);
                case "inherit" -> new Told(told.stage(), "merged", told.letter(), told.letterDate(), told.cell());
                case "end" -> in("ENDED", told);
                default -> throw new AssertionError(one.step());
            };
        }
        return told;
    }

    private static Told in(String stage, Told before) {
        return new Told(stage, before.commune(), before.letter(), before.letterDate(), before.cell());
    }

    /** The days on which something takes effect, as sent and as corrected, and a day after all of them. */
    private static TreeSet<LocalDate> effectiveDays() {
        TreeSet<LocalDate> days = new TreeSet<>(List.of(LocalDate.of(2012, 3, 24), LocalDate.of(2026, 2, 1)));
        STEPS.forEach(step -> days.add(step.effectiveOn()));
        return days;
    }

    /** Those days, with so many before and after each. */
    private static List<LocalDate> around(int before, int after) {
        return effectiveDays().stream()
                .flatMap(day -> day.minusDays(before).datesUntil(day.plusDays(after + 1L)))
                .distinct()
                .toList();
    }

    private static Map<String, String> at(int known, LocalDate day) {
        return Map.of("knownOn", Long.toString(STEPS.get(known - 1).known()), "effectiveOn", day.toString());
    }

    @Test
    void its_state_is_told_right_at_every_pair_of_times() {
        for (int known = 1; known <= STEPS.size(); known++) {
            for (LocalDate day : around(1, 1)) {
                Answer answer = TOWNSHIP.read(ASSIGNMENT, at(known, day));
                assertThat(answer.status() == 404 ? null : ofState(answer.json().path("state")))
                        .as("known with step %d, on %s: %s", known - 1, day, answer.text())
                        .isEqualTo(told(known, day));
            }
        }
    }

    @Test
    void what_was_known_on_a_day_is_what_was_known_at_the_last_position_of_it() {
        for (int known = 1; known <= STEPS.size(); known++) {
            Taken last = STEPS.get(known - 1);
            for (LocalDate day : effectiveDays()) {
                Answer answer = TOWNSHIP.read(ASSIGNMENT, Map.of(
                        "knownOn", last.recordedOn().toString(), "effectiveOn", day.toString()));
                assertThat(answer.status() == 404 ? null : ofState(answer.json().path("state")))
                        .as("known on %s, on %s", last.recordedOn(), day)
                        .isEqualTo(told(known, day));
            }
            LocalDate eve = last.recordedOn().minusDays(1);
            Answer before = TOWNSHIP.read(ASSIGNMENT, Map.of("knownOn", eve.toString(), "effectiveOn", "2026-02-01"));
            assertThat(before.status() == 404 ? null : ofState(before.json().path("state")))
                    .isEqualTo(told(known - 1, LocalDate.of(2026, 2, 1)));
        }
    }

    @Test
    void a_step_is_not_known_before_the_keys_that_it_holds_are() {
        Taken assigned = STEPS.get(4);
        assertThat(assigned.position()).isLessThan(assigned.known());
        Answer answer = TOWNSHIP.read(ASSIGNMENT, Map.of(
                "knownOn", Long.toString(assigned.position()), "effectiveOn", "2012-06-01"));

        assertThat(ofState(answer.json().path("state"))).isEqualTo(told(4, LocalDate.of(2012, 6, 1)));
    }

    @Test
    void it_is_listed_right_at_every_pair_of_times() {
        for (int known = 1; known <= STEPS.size(); known++) {
            for (LocalDate day : around(1, 0)) {
                List<JsonNode> items = TOWNSHIP.read("cell-assignments", at(known, day)).json().path("items")
                        .valueStream().toList();
                Told expected = told(known, day);
                assertThat(items).hasSize(expected == null ? 0 : 1);
                if (expected != null) {
                    JsonNode facts = items.get(0).path("facts");
                    assertThat(ofFacts(facts)).as("known with step %d, on %s", known - 1, day).isEqualTo(expected);
                    assertThat(facts.path("open").asBoolean()).isEqualTo(expected.open());
                }
            }
        }
    }

    @Test
    void a_file_of_the_list_says_the_same_at_every_pair_of_times() {
        for (int known = 1; known <= STEPS.size(); known++) {
            for (LocalDate day : around(1, 0)) {
                Map<String, String> asked = new HashMap<>(at(known, day));
                asked.put("format", "csv");
                List<String> rows = TOWNSHIP.read("cell-assignments", asked).text().lines().skip(1).toList();
                Told expected = told(known, day);
                assertThat(rows).hasSize(expected == null ? 0 : 1);
                if (expected != null) {
                    assertThat(ofRow(rows.get(0).split(",", -1)))
                            .as("known with step %d, on %s: %s", known - 1, day, rows)
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void its_history_as_known_at_each_step_tells_each_step_with_the_states_around_it() {
        for (int known = 1; known <= STEPS.size(); known++) {
            List<JsonNode> steps = TOWNSHIP.read(
                            ASSIGNMENT + "/history",
                            Map.of("knownOn", Long.toString(STEPS.get(known - 1).known())))
                    .json().path("steps").valueStream().toList();
            assertThat(steps).hasSize(known);
            for (int i = 0; i < known; i++) {
                JsonNode step = steps.get(i);
                Taken taken = STEPS.get(i);
                LocalDate stateOn = taken.step().equals("correct") ? LocalDate.of(2012, 3, 24) : taken.effectiveOn();
                assertThat(step.path("position").asLong()).isEqualTo(taken.position());
                assertThat(step.path("recordedAt").asString()).startsWith(taken.recordedOn().toString());
                assertThat(step.path("effectiveOn").asString()).isEqualTo(taken.effectiveOn().toString());
                assertThat(step.path("stateOn").asString()).isEqualTo(stateOn.toString());
                assertThat(ofNullable(step.path("before"))).isEqualTo(told(i, stateOn));
                assertThat(ofNullable(step.path("after"))).isEqualTo(told(i + 1, stateOn));
                assertThat(step.path("correctedBy").asInt(-1)).isEqualTo(i == 2 && known > 5 ? 5 : -1);
            }
        }
    }

    private static @Nullable Told ofNullable(JsonNode state) {
        return state.isNull() ? null : ofState(state);
    }

    private static Told ofState(JsonNode state) {
        return new Told(
                state.path("stage").asString(), state.path("commune").asString(), text(state.at("/letter/number")),
                text(state.at("/letter/date")), text(state.path("cell")));
    }

    private static Told ofFacts(JsonNode facts) {
        return new Told(
                facts.path("stage").asString(), facts.path("commune").asString(), text(facts.path("letter")),
                text(facts.path("letterDate")), text(facts.path("cell")));
    }

    private static @Nullable String text(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }

    /** Columns as the feature declares its facts; an organisation takes two, and no cell of this record has a comma. */
    private static Told ofRow(String[] cells) {
        return new Told(
                cells[3].toUpperCase(Locale.ROOT), cells[7], emptyToNull(cells[13]), emptyToNull(cells[14]),
                emptyToNull(cells[9]));
    }

    private static @Nullable String emptyToNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
