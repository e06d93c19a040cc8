package org.coordinationledger.command.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.coordinationledger.appointment.command.CommitteeAppointmentAcross;
import org.coordinationledger.appointment.event.CommitteeAppointmentRejection;
import org.coordinationledger.basisdocument.command.BasisDocumentAcross;
import org.coordinationledger.basisdocument.event.BasisDocumentRejection;
import org.coordinationledger.briefing.command.BriefingAcross;
import org.coordinationledger.briefing.event.BriefingRejection;
import org.coordinationledger.cellassignment.command.CellAssignmentAcross;
import org.coordinationledger.cellassignment.event.CellAssignmentRejection;
import org.coordinationledger.cellmeeting.command.CellMeetingAcross;
import org.coordinationledger.cellmeeting.event.CellMeetingRejection;
import org.coordinationledger.householdassignment.command.HouseholdAssignmentAcross;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentRejection;
import org.coordinationledger.member.command.MemberAcross;
import org.coordinationledger.member.event.MemberRejection;
import org.coordinationledger.organisation.command.OrganisationAcross;
import org.coordinationledger.organisation.event.OrganisationRejection;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.timeline.TimelineRejection;
import org.coordinationledger.vocabulary.ValueRejection;
import org.coordinationledger.workinggroup.event.WorkingGroupRejection;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.ClassMetadata;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.util.ClassUtils;

/**
 * The codes of all refusals are public API: clients branch on them. A new one is added to the approved list; one that
 * a version has released is never renamed or taken away.
 */
class ProblemCodesTest {

    @Test
    void the_codes_of_all_refusals_are_as_approved() throws IOException {
        List<String> codes = rejections().map(Rejection::codeOf).sorted().toList();

        assertThat(codes).containsExactlyElementsOf(approved());
    }

    @Test
    void a_code_stands_for_one_refusal_and_has_one_form() throws IOException {
        assertThat(rejections().map(Rejection::codeOf))
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*/[a-z]+(-[a-z]+)*"));
    }

    @Test
    void every_family_of_refusals_is_found_and_sealed() throws IOException {
        assertThat(families())
                .contains(
                        CommandRejection.class,
                        NeighbourRejection.class,
                        OrganisationAcross.class,
                        BasisDocumentAcross.class,
                        MemberAcross.class,
                        CellAssignmentAcross.class,
                        BriefingAcross.class,
                        CellMeetingAcross.class,
                        OrganisationRejection.class,
                        BasisDocumentRejection.class,
                        MemberRejection.class,
                        CellAssignmentRejection.class,
                        BriefingRejection.class,
                        CellMeetingRejection.class,
                        HouseholdAssignmentAcross.class,
                        HouseholdAssignmentRejection.class,
                        CommitteeAppointmentAcross.class,
                        CommitteeAppointmentRejection.class,
                        WorkingGroupRejection.class,
                        TimelineRejection.class,
                        ValueRejection.class)
                .allSatisfy(family -> assertThat(family.isSealed()).as("%s is sealed", family).isTrue());
    }

    /** The concrete refusals of all families, those of families within families too. */
    private static Stream<Class<? extends Rejection>> rejections() throws IOException {
        return families().stream().flatMap(ProblemCodesTest::within);
    }

    private static Stream<Class<? extends Rejection>> within(Class<? extends Rejection> type) {
        return Modifier.isAbstract(type.getModifiers())
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(t -> within(t.asSubclass(Rejection.class)))
                : Stream.of(type);
    }

    /** Every interface of refusals in this module and in that of the events; the service keeps a list of its own. */
    private static List<Class<? extends Rejection>> families() throws IOException {
        PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
        CachingMetadataReaderFactory reader = new CachingMetadataReaderFactory(resources);
        Stream.Builder<Class<? extends Rejection>> families = Stream.builder();
        for (Resource resource : resources.getResources("classpath*:org/coordinationledger/**/*.class")) {
            ClassMetadata found = reader.getMetadataReader(resource).getClassMetadata();
            if (found.isInterface() && !found.getClassName().startsWith("org.coordinationledger.service.")) {
                Class<?> type = ClassUtils.resolveClassName(found.getClassName(), null);
                if (type != Rejection.class && Rejection.class.isAssignableFrom(type)) {
                    families.add(type.asSubclass(Rejection.class));
                }
            }
        }
        return families.build().toList();
    }

    private static List<String> approved() throws IOException {
        try (InputStream in = ProblemCodesTest.class.getResourceAsStream("/contracts/problems.txt")) {
            assertThat(in).as("the approved list").isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
