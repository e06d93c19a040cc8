package org.coordinationledger.review.command;

import static org.coordinationledger.testing.Life.day;
import static org.coordinationledger.testing.Life.decider;
import static org.coordinationledger.testing.Life.organisation;
import static org.coordinationledger.testing.Life.recorder;

import java.math.BigDecimal;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.record.Decision;
import org.coordinationledger.command.record.Landscape;
import org.coordinationledger.programme.event.Indicator;
import org.coordinationledger.programme.event.ProgrammeEvent;
import org.coordinationledger.programme.event.ProgrammeKind;
import org.coordinationledger.programme.event.ProgrammeState;
import org.coordinationledger.programme.event.Target;
import org.coordinationledger.review.event.AssessmentLevel;
import org.coordinationledger.review.event.FollowUp;
import org.coordinationledger.review.event.ReviewEvent;
import org.coordinationledger.review.event.ReviewKind;
import org.coordinationledger.review.event.ReviewState;
import org.coordinationledger.vocabulary.BasisDocumentId;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.ProgrammeId;
import org.coordinationledger.vocabulary.Quality;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.ReviewId;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.Unit;
import org.jspecify.annotations.Nullable;

/** The province's review, convened on 2020-06-01, of a programme that it adopted on 2018-01-01. */
final class Session {

    static final Actor PROVINCE = recorder("province");
    static final Actor PROVINCE_DECIDES = decider("province");
    static final Actor POST = recorder("post");
    static final Actor DISTRICT = recorder("district");
    static final Actor DISTRICT_DECIDES = decider("district");

    static final ReviewId REVIEW = new ReviewId("review");
    static final BasisDocumentId REGULATION = new BasisDocumentId("regulation");
    static final RecordReference PROGRAMME = new RecordReference("programmes", "programme");
    static final PartKey RULES = new PartKey("rules");

    final Landscape landscape = new Landscape();

    Session() {
        landscape.regulation(REGULATION, "province");
        landscape.registry.with(
                ProgrammeState.TYPE, new ProgrammeId("programme"), PROVINCE_DECIDES, new ProgrammeEvent.Adopted(
                        day("2018-01-01"), organisation("province"), ProgrammeKind.PLAN, new Subject("Kế hoạch"), null,
                        false, day("2018-01-01"), null,
                        List.of(new Target(
                                new PartKey("cells"), new Indicator("Chỉ tiêu"), new Unit("chi bộ"), quantity("33"),
                                day("2020-12-31"))),
                        List.of(), false));
    }

    Decision<Review> decision() {
        return Decision.of(Review.class, ReviewState.TYPE, landscape.registry);
    }

    Decision<Review> convened() {
        return decision().given(PROVINCE_DECIDES, convening(PROGRAMME));
    }

    Decision<Review> assessed() {
        return convened().given(PROVINCE_DECIDES, assessment("2020-06-03"));
    }

    /** Asks the post for its rules by 2020-12-31. */
    Decision<Review> directed() {
        return assessed().given(PROVINCE_DECIDES, direction("2020-06-03", "rules"));
    }

    static ReviewEvent.Convened convening(RecordReference reviewed) {
        return convening(reviewed, "2020-05-31", null, null);
    }

    static ReviewEvent.Convened convening(
            RecordReference reviewed,
            String lastDay,
            @Nullable String consentBy,
            @Nullable BasisDocumentId consentDocument,
            String... invited) {
        return new ReviewEvent.Convened(
                day("2020-06-01"), organisation("province"), ReviewKind.MID_TERM, reviewed, day("2018-01-01"),
                day(lastDay), consentBy == null ? null : organisation(consentBy), consentDocument, ids(invited),
                List.of(), false);
    }

    static ReviewCommand.Convene convene(ReviewEvent.Convened e) {
        return new ReviewCommand.Convene(
                REVIEW, e.effectiveOn(), e.convener(), e.kind(), e.reviewed(), e.firstDay(), e.lastDay(), e.consentBy(),
                e.consentDocument(), e.invited(), e.bases(), e.illustrative());
    }

    static ReviewEvent.Assessed assessment(String day) {
        return new ReviewEvent.Assessed(day(day), AssessmentLevel.COMPLETED_WELL, new Subject("Hoàn thành tốt"));
    }

    static ReviewEvent.Directed direction(String day, String... keys) {
        return new ReviewEvent.Directed(
                day(day),
                List.of(keys).stream()
                        .map(key -> new FollowUp(
                                new PartKey(key), new Subject("Bổ sung quy chế"), organisation("post"), day("2020-12-31")))
                        .toList(),
                List.of());
    }

    static List<OrganisationId> ids(String... organisations) {
        return List.of(organisations).stream().map(OrganisationId::new).toList();
    }

    static Quantity quantity(String value) {
        return new Quantity(new BigDecimal(value), Quality.EXACT, null);
    }
}
