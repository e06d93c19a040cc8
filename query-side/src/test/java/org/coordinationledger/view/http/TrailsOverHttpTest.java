package org.coordinationledger.view.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.coordinationledger.view.http.TrailSteps.NEVER_LATE;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.coordinationledger.actor.Role;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.briefing.event.BriefingState;
import org.coordinationledger.briefing.view.BriefingView;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.service.text.TextStore;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.view.http.QuerySide.Answer;
import org.coordinationledger.view.reading.KnownOn;
import org.coordinationledger.view.reading.ReadPoint;
import org.coordinationledger.view.reading.ReadPoints;
import org.coordinationledger.view.record.RecordStreams;
import org.coordinationledger.view.store.Generations;
import org.coordinationledger.view.trail.Finding;
import org.coordinationledger.view.trail.Trails;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.TextDigest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Who did what about a record, on which text, and what is late, missing or out of order. */
class TrailsOverHttpTest {

    private static final String APRIL = "effectiveOn=2019-04-01&" + NEVER_LATE;

    static Stream<QuerySide> sides() {
        return QuerySide.onEveryStore();
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_briefing_tells_who_wrote_submitted_returned_passed_and_delivered_which_text(QuerySide side) {
        Province province = new Province(side, "tb1").small().covering();
        TrailSteps steps = new TrailSteps(side, province);
        TextDigest first = steps.stored("Tình hình tháng 2\nAn ninh ổn định.");
        TextDigest second = steps.stored("Tình hình tháng 2\nAn ninh cơ bản ổn định.");
        steps.briefing("br", first, second);

        Answer trail = steps.trail(BriefingState.TYPE, "br", APRIL);

        assertThat(TrailSteps.findings(trail)).isEmpty();
        assertThat(trail.at("/whole").booleanValue()).isTrue();
        assertThat(TrailSteps.texts(trail.at("/steps"), "event")).containsExactly(
                "briefing.drafted", "briefing.submitted", "briefing.returned", "briefing.revised",
                "briefing.submitted", "briefing.passed", "briefing.delivered");
        JsonNode passed = trail.at("/steps/5");
        assertThat(passed.get("person").asString()).isEqualTo("P-HEAD");
        assertThat(passed.at("/organisation/id").asString()).isEqualTo(province.id("s1"));
        assertThat(passed.at("/organisation/name").asString()).isEqualTo("BORDER_POST s1");
        assertThat(passed.get("role").asString()).isEqualTo("APPROVER");
        assertThat(passed.get("body").asString()).isEqualTo("COMMITTEE");
        assertThat(passed.get("competence").asString()).isEqualTo("DECIDE");
        assertThat(passed.get("approval").booleanValue()).isTrue();
        assertThat(passed.get("daysSinceStepBefore").intValue()).isEqualTo(4);
        assertThat(passed.get("entitled").isNull()).as("nobody knows about that").isTrue();
        assertThat(passed.at("/text/digest").asString()).isEqualTo(second.value());
        assertThat(passed.at("/text/revision").intValue()).isEqualTo(2);
        assertThat(trail.at("/steps/1/text/digest").asString()).as("what was submitted").isEqualTo(first.value());
        assertThat(side.getAs("auditor", passed.at("/text/location").asString()).response().body())
                .isEqualTo("Tình hình tháng 2\nAn ninh cơ bản ổn định.");
        assertThat(TrailSteps.persons(trail.at("/revisions/0")))
                .isEqualTo(Map.of("written", "P-WRITER", "submitted", "P-WRITER", "approved", ""));
        assertThat(TrailSteps.persons(trail.at("/revisions/1")))
                .isEqualTo(Map.of("written", "P-WRITER-2", "submitted", "P-WRITER-2", "approved", "P-HEAD"));
        assertThat(trail.at("/revisions/1/bytes").intValue()).isPositive();
        assertThat(trail.at("/differences/0/lines/0/parts/1").toString())
                .isEqualTo("{\"change\":\"ADDED\",\"text\":\"cơ bản \"}");
        assertThat(TrailSteps.texts(
                        steps.trail(BriefingState.TYPE, "br", "effectiveOn=2019-03-02").at("/steps"), "event"))
                .as("on an earlier day").containsExactly("briefing.drafted", "briefing.submitted");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_a_voided_pass_leaves_behind_is_found_and_was_not_before_it_was_voided(QuerySide side) {
        Province province = new Province(side, "tb2").small().covering();
        TrailSteps steps = new TrailSteps(side, province);
        TextDigest text = steps.stored("Tình hình tháng 3");
        long before = steps.briefing("br", steps.stored("Tình hình"), text);
        side.record(steps.decides("br", "P-HEAD-2", TrailSteps.voided("2019-03-20", 5)));

        Answer trail = steps.trail(BriefingState.TYPE, "br", APRIL);

        assertThat(TrailSteps.findings(trail)).containsExactly("APPROVAL_VOIDED 5", "OUT_OF_ORDER 6", "STEP_MISSING 6");
        assertThat(TrailSteps.findings(steps.trail(BriefingState.TYPE, "br", APRIL + "&knownOn=" + before))).isEmpty();
        assertThat(trail.at("/steps/5/status").asString()).isEqualTo("VOIDED");
        JsonNode voiding = trail.at("/steps/5/amendedBy/0");
        assertThat(voiding.get("event").asString()).isEqualTo("record.voided");
        assertThat(voiding.get("person").asString()).isEqualTo("P-HEAD-2");
        assertThat(voiding.get("reason").asString()).isEqualTo("không đủ thành phần");
        assertThat(voiding.get("counts").booleanValue()).isTrue();
        assertThat(trail.at("/steps/6/status").asString()).isEqualTo("OUT_OF_ORDER");
        assertThat(trail.at("/steps/6/refusal").asString()).isEqualTo("briefing/step-out-of-order");
        assertThat(trail.at("/revisions/1/approvedBy").size()).isZero();
        assertThat(trail.at("/findings/2/words").asString())
                .contains("Thông báo tới chi bộ", "15/03/2019", "Thông qua");
        Answer english = side.send(side.request(
                        "/api/v1/briefings/" + province.id("br") + "/trail?" + APRIL, "inspector")
                .header("Accept-Language", "en"));
        assertThat(english.at("/findings/2/words").asString()).contains("Delivered to a cell", "2019-03-15", "Passed");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void who_passed_a_text_and_corrected_it_later_is_found_to_be_one_person(QuerySide side) {
        Province province = new Province(side, "tb3").small().covering();
        TrailSteps steps = new TrailSteps(side, province);
        TextDigest text = steps.stored("Tình hình tháng 4");
        steps.briefing("br", steps.stored("Tình hình"), text);
        side.record(steps.decides("br", "P-HEAD", new Amendment.Corrected(
                Province.day("2019-03-20"), 3, new BriefingEvent.Revised(Province.day("2019-03-07"), 2, text), "1",
                Province.REASON, List.of())));

        Answer trail = steps.trail(BriefingState.TYPE, "br", APRIL);

        assertThat(TrailSteps.texts(trail.at("/steps"), "event")).as("revised after it was submitted")
                .containsSubsequence("briefing.submitted", "briefing.revised", "briefing.passed");
        assertThat(TrailSteps.findings(trail)).contains("SAME_PERSON 5");
        JsonNode revised = trail.at("/steps/4");
        assertThat(revised.get("status").asString()).isEqualTo("CORRECTED");
        assertThat(revised.get("effectiveOn").asString()).isEqualTo("2019-03-07");
        assertThat(revised.at("/amendedBy/0/event").asString()).isEqualTo("record.corrected");
        assertThat(TrailSteps.persons(trail.at("/revisions/1")).get("written")).isEqualTo("P-WRITER-2 P-HEAD");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_step_that_is_recorded_long_after_it_took_effect_is_late(QuerySide side) {
        Province province = new Province(side, "tb4").small().covering();
        TrailSteps steps = new TrailSteps(side, province);
        LocalDate today = LocalDate.now(Dates.ZONE);
        TextDigest nowhere = new TextDigest("7".repeat(64));
        side.record(
                steps.writes("br", "P-WRITER", steps.drafted(today.minusDays(40), nowhere)),
                steps.writes("br", "P-WRITER", new BriefingEvent.Submitted(today.minusDays(1), 1)));

        Answer trail = steps.trail(BriefingState.TYPE, "br", "effectiveOn=" + today);

        assertThat(TrailSteps.findings(trail)).containsExactly("RECORDED_LATE 0", "TEXT_NOT_STORED 0");
        assertThat(trail.at("/steps/0/late").booleanValue()).isTrue();
        assertThat(trail.at("/steps/0/daysToRecording").intValue()).isBetween(40, 41);
        assertThat(trail.at("/steps/1/late").booleanValue()).isFalse();
        assertThat(trail.at("/revisions/0/bytes").isNull()).isTrue();
        assertThat(TrailSteps.findings(steps.trail(BriefingState.TYPE, "br", "lateAfterDays=45")))
                .containsExactly("TEXT_NOT_STORED 0");
        assertThat(TrailSteps.findings(steps.trail(BriefingState.TYPE, "br", "lateAfterDays=0")))
                .contains("RECORDED_LATE 1");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_trail_is_had_for_printing_with_what_is_found_and_how_the_text_changed(QuerySide side) throws IOException {
        Province province = new Province(side, "tb7").small().covering();
        TrailSteps steps = new TrailSteps(side, province);
        steps.briefing(
                "br", steps.stored("Tình hình\nAn ninh ổn định."), steps.stored("Tình hình\nAn ninh cơ bản ổn định."));
        String trail = "/api/v1/briefings/" + province.id("br") + "/trail?lateAfterDays=0&format=pdf&effectiveOn=2019-04-01";

        try (PDDocument pdf = Loader.loadPDF(side.file(trail).body())) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("Quá trình phê duyệt của " + province.id("br"), "Phát hiện", "Bước 5: ")
                    .contains("Khác nhau giữa bản 1 và bản 2", "An ninh [+cơ bản ]ổn định.");
        }
        try (PDDocument pdf = Loader.loadPDF(side.file(trail, "Accept-Language", "en").body())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Findings", "was recorded", "approved or signed by");
        }
    }

    @ParameterizedTest
    @MethodSource("sides")
    void a_decision_of_somebody_who_was_not_entitled_or_in_another_role_is_found(QuerySide side) {
        Province province = new Province(side, "tb5").small().covering();
        TrailSteps steps = new TrailSteps(side, province);
        long last = steps.briefing("br", steps.stored("Tình hình"), steps.stored("Tình hình tháng 5"));
        RecordStreams streams = side.bean(RecordStreams.class);
        ReadPoint point = side.bean(ReadPoints.class).at(new KnownOn.Now(), last);
        long passed = streams.entries(BriefingState.TYPE, province.id("br"), last).get(5).position();

        List<Finding> findings = new Trails(
                        streams, side.bean(Generations.class), side.bean(TextStore.class),
                        (person, organisation, role, day, position) ->
                                Optional.of(!day.equals(LocalDate.now(Dates.ZONE)) || position != passed))
                .of(BriefingView.VIEW, streams.entries(BriefingState.TYPE, province.id("br"), last), point,
                        Province.day("2019-04-01"), 36_500)
                .orElseThrow()
                .findings();

        assertThat(findings).extracting(Finding::code, Finding::step)
                .containsExactly(tuple(Finding.Code.NOT_ENTITLED, 5L));
        side.record(steps.deed(BriefingState.TYPE, "br", "P-OTHER", "s1", Role.RECORDER,
                new BriefingEvent.Withdrawn(Province.day("2019-03-30"), Province.REASON)));
        assertThat(TrailSteps.findings(steps.trail(BriefingState.TYPE, "br", APRIL)))
                .containsExactly("ROLE_NOT_COMPETENT 7");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void every_kind_of_record_has_a_trail_in_which_people_are_codes(QuerySide side) {
        Province province = new Province(side, "tb6").small();
        TrailSteps steps = new TrailSteps(side, province);
        side.record(province.administrator("s1", new OrganisationEvent.Renamed(
                Province.day("2020-01-01"), new Name("Đồn mới"), null, List.of())));

        Answer member = steps.trail(MemberState.TYPE, "m1", "effectiveOn=2019-01-01");
        assertThat(member.at("/steps/0/event").asString()).isEqualTo("member.registered");
        assertThat(member.response().body())
                .doesNotContain(Province.SEALED.ciphertext())
                .doesNotContainIgnoringCase("personalData");
        assertThat(member.at("/steps/0/organisation/name").asString()).isEqualTo("BORDER_POST s1");
        assertThat(steps.trail(MemberState.TYPE, "m1", "effectiveOn=2020-01-01")
                        .at("/steps/0/organisation/name").asString())
                .isEqualTo("Đồn mới");
        assertThat(TrailSteps.texts(
                        steps.trail(OrganisationState.TYPE, "s1", "effectiveOn=2020-01-01").at("/steps"), "event"))
                .containsExactly("organisation.registered", "organisation.renamed");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void what_is_not_there_or_not_asked_rightly_is_told_as_a_problem(QuerySide side) {
        Province province = new Province(side, "tb7").small().covering();
        TrailSteps steps = new TrailSteps(side, province);

        assertThat(steps.trail(BriefingState.TYPE, "none", "").type()).isEqualTo("/problems/unknown-record");
        assertThat(steps.trail(MemberState.TYPE, "m1", "effectiveOn=2009-12-31").type())
                .isEqualTo("/problems/read/not-effective");
        assertThat(steps.trail(MemberState.TYPE, "m1", "lateAfterDays=-1").type())
                .isEqualTo("/problems/invalid-parameter");
        assertThat(steps.trail(MemberState.TYPE, "m1", "limit=3").type()).isEqualTo("/problems/unknown-parameter");
        assertThat(side.getAs("recorder", "/openapi").at("/paths/~1api~1v1~1briefings~1{id}~1trail/get/responses/200"
                        + "/content/application~1json/example/findings/0/code").asString())
                .isEqualTo("STEP_MISSING");
    }
}
