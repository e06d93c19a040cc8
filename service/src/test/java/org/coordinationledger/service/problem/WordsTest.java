package org.coordinationledger.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.actor.Role;
import org.coordinationledger.agreement.event.AgreementStage;
import org.coordinationledger.appointment.event.Appointing;
import org.coordinationledger.appointment.event.AppointmentStage;
import org.coordinationledger.basisdocument.event.BasisDocumentState;
import org.coordinationledger.briefing.event.BriefingStage;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventType;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection;
import org.coordinationledger.cellassignment.event.Stage;
import org.coordinationledger.householdassignment.event.HouseholdStage;
import org.coordinationledger.informationexchange.event.ExchangeForm;
import org.coordinationledger.inspection.event.InspectionStage;
import org.coordinationledger.inspection.event.RemedyStage;
import org.coordinationledger.mandate.event.Entitlement;
import org.coordinationledger.mandate.event.MandateStage;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.programme.event.TargetStatus;
import org.coordinationledger.proposal.event.ProposalStage;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.review.event.ReviewStage;
import org.coordinationledger.service.testing.RejectionWords;
import org.coordinationledger.support.event.SupportStage;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.training.event.TrainingStage;
import org.coordinationledger.vocabulary.ValueRejection;
import org.junit.jupiter.api.Test;

class WordsTest {

    private final Messages messages = new Messages();

    @Test
    void every_rejection_has_a_title_and_a_detail_in_both_languages() {
        assertThat(RejectionWords.gaps()).isEmpty();
    }

    @Test
    void rejections_are_found_in_every_sealed_family() {
        List<Class<?>> found = List.copyOf(RejectionWords.rejections().values());
        for (Class<?> family : List.of(
                TimelineRejection.class, ValueRejection.class, CellAssignmentRejection.class, ServiceRejection.class)) {
            assertThat(recordsOf(family)).isNotEmpty().allSatisfy(type -> assertThat(found).contains(type));
        }
    }

    /** The names are part of the API: one that vanishes or changes breaks clients. New ones are added to the list. */
    @Test
    void the_names_of_problems_are_those_approved() throws IOException {
        List<String> approved = Files.readAllLines(Path.of("src", "test", "resources", "problem-codes.txt"));
        assertThat(RejectionWords.rejections().keySet()).containsExactlyInAnyOrderElementsOf(approved);
    }

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(messages.keys(Messages.VIETNAMESE)).isEqualTo(messages.keys(Locale.ENGLISH));
    }

    @Test
    void both_languages_use_the_same_data() {
        for (String key : messages.keys(Locale.ENGLISH)) {
            assertThat(messages.placeholders(key, Messages.VIETNAMESE))
                    .as(key)
                    .isEqualTo(messages.placeholders(key, Locale.ENGLISH));
        }
    }

    @Test
    void what_is_not_there_shows_as_a_dash() {
        String key = "problem.neighbour.organisation-dissolved.detail";
        assertThat(messages.text(key, Locale.ENGLISH, Map.of("successors", List.of()))).endsWith("successors: –.");
        assertThat(messages.text("problem.read.not-effective.detail", Locale.ENGLISH, Map.of()))
                .endsWith("First day in effect: –.");
    }

    @Test
    void every_event_and_resource_has_its_word() {
        Catalogue.eventTypes().forEach(type -> hasWord("event." + type.name()));
        Catalogue.recordTypes().forEach(type -> hasWord("resource." + type.resource()));
    }

    @Test
    void every_field_of_an_event_has_its_word() {
        recordsInEvents().stream()
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(RecordComponent::getName)
                .forEach(name -> hasWord("field." + name));
    }

    @Test
    void every_constant_used_in_events_and_states_has_its_word() {
        Set<Class<?>> enums = new LinkedHashSet<>();
        List<Class<?>> records = new ArrayList<>(recordsInEvents());
        records.add(OrganisationState.class);
        records.add(BasisDocumentState.End.class);
        records.stream()
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(RecordComponent::getType)
                .filter(Class::isEnum)
                .forEach(enums::add);
        enums.add(Stage.class);
        enums.add(BriefingStage.class);
        enums.add(AgreementStage.class);
        enums.add(ExchangeForm.class);
        enums.add(SupportStage.class);
        enums.add(TrainingStage.class);
        enums.add(InspectionStage.class);
        enums.add(RemedyStage.class);
        enums.add(TargetStatus.class);
        enums.add(ReviewStage.class);
        enums.add(ProposalStage.class);
        enums.add(HouseholdStage.class);
        enums.add(AppointmentStage.class);
        enums.add(Appointing.class);
        enums.add(Role.class);
        enums.add(MandateStage.class);
        enums.add(Entitlement.Ground.class);
        enums.add(Competence.class);
        for (Class<?> type : enums) {
            for (Object constant : type.getEnumConstants()) {
                hasWord("enum." + type.getSimpleName() + "." + ((Enum<?>) constant).name());
            }
        }
        assertThat(enums).hasSizeGreaterThan(8);
    }

    @Test
    void every_event_and_resource_stands_in_the_glossary() throws IOException {
        String glossary = Files.readString(Path.of("..", "docs", "reference", "glossary.md"));
        for (EventType type : Catalogue.eventTypes()) {
            assertThat(glossary).contains("`" + type.name() + "`");
        }
        Catalogue.recordTypes().forEach(type -> assertThat(glossary).contains("`" + type.resource() + "`"));
    }

    @Test
    void data_are_put_into_the_words_of_the_language() {
        Map<String, Object> data = Map.of("stage", "ASSIGNED", "needs", List.of("SELECTED", "AGREED"));
        String key = "problem.cell-assignment.step-out-of-order.detail";
        assertThat(messages.text(key, Messages.VIETNAMESE, data))
                .contains("đã phân công về chi bộ")
                .contains("đã lựa chọn, đã thống nhất");
        assertThat(messages.text(key, Locale.ENGLISH, data)).contains("“assigned”").contains("selected, agreed");
    }

    @Test
    void each_later_step_is_named_with_its_day_and_why() {
        LocalDate day = LocalDate.of(2018, 5, 31);
        Map<String, Object> data = Map.of(
                "laterSteps",
                List.of(new TimelineRejection.LaterStep(
                        4, "cell-assignment.ended", day, "cell-assignment/already-over")));
        String detail = messages.text("problem.timeline.breaks-later-steps.detail", Messages.VIETNAMESE, data);
        assertThat(detail).contains("bước 4 “Kết thúc tham gia sinh hoạt” ngày 31/05/2018 (Đã kết thúc)");
    }

    @Test
    void a_language_that_is_not_known_gets_vietnamese() {
        assertThat(messages.text("resource.members", Locale.FRENCH)).isEqualTo("đảng viên");
    }

    private void hasWord(String key) {
        for (Locale language : Messages.LANGUAGES) {
            assertThat(messages.find(key, language)).as("%s in %s", key, language).isPresent();
        }
    }

    private static List<Class<?>> recordsOf(Class<?> family) {
        List<Class<?>> records = new ArrayList<>();
        for (Class<?> permitted : family.getPermittedSubclasses()) {
            if (permitted.isRecord() && Rejection.class.isAssignableFrom(permitted)) {
                records.add(permitted);
            } else if (permitted.isSealed()) {
                records.addAll(recordsOf(permitted));
            }
        }
        return records;
    }

    /** The events and every record that they hold, but for values that are written as one text and for sealed data. */
    private static Set<Class<?>> recordsInEvents() {
        Set<Class<?>> found = new LinkedHashSet<>();
        Catalogue.eventTypes().forEach(type -> collect(type.type(), found));
        found.add(PersonalData.Clear.class);
        return found;
    }

    private static void collect(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, found));
        }
        if (!(type instanceof Class<?> record) || !record.isRecord() || record == PersonalData.Sealed.class) {
            return;
        }
        boolean oneText = record.getRecordComponents().length == 1
                && record.getRecordComponents()[0].getAccessor().isAnnotationPresent(JsonValue.class);
        if (!oneText && found.add(record)) {
            Arrays.stream(record.getRecordComponents())
                    .forEach(component -> collect(component.getGenericType(), found));
        }
    }
}
