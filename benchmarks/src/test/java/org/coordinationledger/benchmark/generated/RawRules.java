package org.coordinationledger.benchmark.generated;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.agreement.event.AgreementEvent;
import org.coordinationledger.appointment.event.CommitteeAppointmentEvent;
import org.coordinationledger.basisdocument.event.BasisDocumentEvent;
import org.coordinationledger.basisdocument.event.Series;
import org.coordinationledger.benchmark.generated.RawRecord.Said;
import org.coordinationledger.briefing.event.BriefingEvent;
import org.coordinationledger.cellassignment.event.CellAssignmentEvent;
import org.coordinationledger.householdassignment.event.HouseholdAssignmentEvent;
import org.coordinationledger.inspection.event.InspectionEvent;
import org.coordinationledger.mandate.event.MandateEvent;
import org.coordinationledger.organisation.event.OrganisationEvent;
import org.coordinationledger.programme.event.ProgrammeEvent;
import org.coordinationledger.timeline.Amendment;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.timeline.Step;
import org.coordinationledger.timeline.Succession;
import org.coordinationledger.timeline.Timeline;
import org.coordinationledger.training.event.TrainingCourseEvent;
import org.coordinationledger.vocabulary.HouseholdCode;
import org.coordinationledger.vocabulary.OrganisationId;
import org.coordinationledger.vocabulary.TextDigest;
import org.coordinationledger.workinggroup.event.WorkingGroupEvent;

/** The rules of the domain that can be read from the events alone, held against a whole ledger. */
final class RawRules {

    /** What the administration does, which is no registered organisation. */
    private static final Set<Competence> NEEDS_NO_ORGANISATION = Set.of(Competence.ADMINISTER, Competence.AUTHORISE);

    private static final Predicate<RecordEvent> ENDS = event -> event instanceof CellAssignmentEvent.Ended
            || event instanceof CellAssignmentEvent.Replaced
            || event instanceof HouseholdAssignmentEvent.Ended
            || event instanceof CommitteeAppointmentEvent.Ended
            || event instanceof CommitteeAppointmentEvent.Relieved
            || event instanceof BriefingEvent.Rejected
            || event instanceof BriefingEvent.Withdrawn
            || event instanceof AgreementEvent.Replaced
            || event instanceof AgreementEvent.JointlyEnded
            || event instanceof AgreementEvent.Lapsed
            || event instanceof WorkingGroupEvent.Dissolved
            || event instanceof ProgrammeEvent.Closed
            || event instanceof InspectionEvent.Closed
            || event instanceof TrainingCourseEvent.Cancelled
            || event instanceof OrganisationEvent.Dissolved
            || event instanceof MandateEvent.Revoked
            || event instanceof BasisDocumentEvent.Superseded
            || event instanceof BasisDocumentEvent.Expired
            || event instanceof BasisDocumentEvent.Revoked
            || event instanceof Succession.Replaced
            || event instanceof Succession.Lapsed;

    private final NaiveLedger ledger;
    private final Map<String, List<Said>> records = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private final Map<String, List<Stay>> stays = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();

    /** A time in which a record has something to itself, or under a letter together with others. */
    private record Stay(String record, LocalDate from, LocalDate to, String sharedUnder) {
        boolean collidesWith(Stay other) {
            return !record.equals(other.record)
                    && from.isBefore(other.to)
                    && other.from.isBefore(to)
                    && (sharedUnder.isEmpty() || !sharedUnder.equals(other.sharedUnder));
        }
    }

    RawRules(NaiveLedger ledger) {
        this.ledger = ledger;
        ledger.timelines().forEach((record, timeline) -> records.put(record, RawRecord.of(timeline.steps())));
    }

    /** What breaks a rule, told in words; nothing in a ledger that kept them. */
    List<String> broken() {
        records.forEach((record, said) -> {
            nothingAfterTheEnd(record, said);
            switch (ledger.typeOf(record)) {
                case "CellAssignment" -> seats(record, said);
                case "HouseholdAssignment" -> households(record, said);
                case "WorkingGroup" -> villages(record, said);
                case "BasisDocument" -> documentNumber(record, said);
                case "Briefing" -> briefing(record, said);
                case "Agreement" -> signatures(record, said);
                default -> { }
            }
        });
        stays.forEach((what, several) -> several.forEach(one -> several.stream()
                .filter(one::collidesWith)
                .forEach(other -> broken.add(what + " twice at a time: " + one + ", " + other))));
        ledger.timelines().forEach(this::nobodyActsForTheDissolved);
        return broken;
    }

    private void nothingAfterTheEnd(String record, List<Said> said) {
        for (int i = 0; i < said.size() - 1; i++) {
            if (ENDS.test(said.get(i).event())) {
                broken.add("after the end of " + record + ": " + said.get(i + 1));
            }
        }
    }

    private void seats(String record, List<Said> said) {
        String member = "";
        String selected = "";
        String letter = "";
        String cell = "";
        LocalDate since = null;
        for (Said one : said) {
            RecordEvent event = one.event();
            if (event instanceof CellAssignmentEvent.Selected e) {
                member = e.member().value();
                selected = one.step().actor().person();
            } else if (event instanceof CellAssignmentEvent.Introduced e) {
                if (selected.equals(one.step().actor().person())) {
                    broken.add("selected and introduced by one person: " + record);
                }
                letter = Set.copyOf(e.cells()).size() < 2 ? "" : e.letter() + " of " + e.letterDate();
            } else if (event instanceof CellAssignmentEvent.Assigned e) {
                cell = e.cell().value();
                since = event.effectiveOn();
            } else if (event instanceof CellAssignmentEvent.Resumed) {
                since = event.effectiveOn();
            } else if (since != null && (event instanceof CellAssignmentEvent.Suspended || ENDS.test(event))) {
                stay("seat of " + member, record, since, event.effectiveOn(), letter);
                stay("seat of " + member + " in " + cell, record, since, event.effectiveOn(), "");
                since = null;
            }
        }
        if (since != null) {
            stay("seat of " + member, record, since, LocalDate.MAX, letter);
            stay("seat of " + member + " in " + cell, record, since, LocalDate.MAX, "");
        }
    }

    private void households(String record, List<Said> said) {
        String cell = "";
        Map<HouseholdCode, LocalDate> inCharge = new HashMap<>();
        for (Said one : said) {
            RecordEvent event = one.event();
            LocalDate day = event.effectiveOn();
            List<HouseholdCode> gone = List.of();
            if (event instanceof HouseholdAssignmentEvent.Agreed e) {
                cell = e.cell().value();
            } else if (event instanceof Succession.Inherited e && e.from().value().equals(cell) && inCharge.isEmpty()) {
                cell = e.by().value();
            } else if (event instanceof HouseholdAssignmentEvent.Assigned e) {
                e.households().forEach(h -> inCharge.putIfAbsent(h, day));
            } else if (event instanceof HouseholdAssignmentEvent.HouseholdsAdded e) {
                e.households().forEach(h -> inCharge.putIfAbsent(h, day));
            } else if (event instanceof HouseholdAssignmentEvent.TakenOver e) {
                e.households().forEach(h -> inCharge.putIfAbsent(h, day));
            } else if (event instanceof HouseholdAssignmentEvent.HouseholdsReleased e) {
                gone = e.households();
            } else if (event instanceof HouseholdAssignmentEvent.HandedOver e) {
                gone = e.households();
            } else if (ENDS.test(event)) {
                gone = List.copyOf(inCharge.keySet());
            }
            for (HouseholdCode household : gone) {
                stay("household " + household + " of " + cell, record, inCharge.remove(household), day, "");
            }
        }
        for (Map.Entry<HouseholdCode, LocalDate> left : inCharge.entrySet()) {
            stay("household " + left.getKey() + " of " + cell, record, left.getValue(), LocalDate.MAX, "");
        }
    }

    private void stay(String what, String record, LocalDate from, LocalDate to, String sharedUnder) {
        stays.computeIfAbsent(what, w -> new ArrayList<>()).add(new Stay(record, from, to, sharedUnder));
    }

    private void villages(String record, List<Said> said) {
        Map<OrganisationId, OrganisationId> helper = new HashMap<>();
        for (Said one : said) {
            if (one.event() instanceof WorkingGroupEvent.VillagesAssigned e) {
                for (OrganisationId village : e.villages()) {
                    OrganisationId before = helper.put(village, e.post());
                    if (before != null) {
                        broken.add(village + " helped by " + before + " and " + e.post() + " in " + record);
                    }
                }
            } else if (one.event() instanceof WorkingGroupEvent.VillagesReleased e) {
                helper.keySet().removeAll(e.villages());
            } else if (one.event() instanceof WorkingGroupEvent.PostDetached e) {
                helper.values().removeIf(e.post()::equals);
            } else if (one.event() instanceof Succession.Inherited e) {
                helper.replaceAll((village, post) -> post.equals(e.from()) ? e.by() : post);
                OrganisationId post = helper.remove(e.from());
                if (post != null) {
                    helper.putIfAbsent(e.by(), post);
                }
            }
        }
    }

    private void documentNumber(String record, List<Said> said) {
        for (Said one : said) {
            if (one.event() instanceof BasisDocumentEvent.Issued e) {
                List<Step<?>> steps = ledger.timelines().get(record).steps();
                String period = e.series() == Series.STATE_YEAR
                        ? Integer.toString(e.issuedOn().getYear())
                        : term(e.issuer(), e.issuedOn(), steps.get(steps.size() - 1).position());
                String key = e.issuer() + " " + e.kind() + " " + period + " " + e.number();
                String other = period.isEmpty() ? null : numbers.put(key, record);
                if (other != null) {
                    broken.add("the number " + key + " is that of " + record + " and " + other);
                }
            }
        }
    }

    /** The issuer's term of office on a day as known at a position; empty if none was known. */
    private String term(OrganisationId issuer, LocalDate day, long knownAt) {
        String term = "";
        for (Said one : RawRecord.of(ledger.timelines().get(issuer.value()).knownAt(knownAt).steps())) {
            if (one.event() instanceof OrganisationEvent.TermOpened e
                    && !day.isBefore(e.effectiveOn())
                    && !day.isAfter(e.lastDay())) {
                term = e.term().value();
            }
        }
        return term;
    }

    private void briefing(String record, List<Said> said) {
        Set<String> wrote = new HashSet<>();
        Set<String> corrected = new HashSet<>();
        String submitted = "";
        TextDigest text = null;
        boolean passed = false;
        for (Said one : said) {
            RecordEvent event = one.event();
            String person = one.step().actor().person();
            if (event instanceof BriefingEvent.Drafted e) {
                text = e.digest();
                wrote.add(person);
            } else if (event instanceof BriefingEvent.Revised e) {
                text = e.digest();
                wrote.add(person);
                passed = false;
            } else if (event instanceof BriefingEvent.Submitted) {
                submitted = person;
            } else if (event instanceof BriefingEvent.Passed e) {
                passed = true;
                if (wrote.contains(person) || submitted.equals(person) || !Collections.disjoint(corrected, one.persons())) {
                    broken.add("wrote and passed by one person: " + record);
                }
                sameText(record, e.digest(), text);
            } else if (event instanceof BriefingEvent.Delivered e) {
                sameText(record, e.digest(), text);
                if (!passed) {
                    broken.add("delivered and never passed: " + record);
                }
            }
            if (!(event instanceof BriefingEvent.Passed) && one.persons().size() > 1) {
                corrected.addAll(one.persons());
            }
        }
    }

    private void signatures(String record, List<Said> said) {
        TextDigest text = null;
        Set<String> signed = new HashSet<>();
        for (Said one : said) {
            RecordEvent event = one.event();
            if (event instanceof AgreementEvent.Drafted e) {
                text = e.text();
            } else if (event instanceof AgreementEvent.Revised e) {
                text = e.text();
                signed.clear();
            } else if (event instanceof AgreementEvent.AmendmentProposed e) {
                text = e.text();
                signed.clear();
            } else if (event instanceof AgreementEvent.Signed e) {
                sameText(record, e.text(), text);
                if (!signed.add(one.step().actor().organisation().value())) {
                    broken.add("signed twice for one party: " + record);
                }
            }
        }
    }

    private void sameText(String record, TextDigest given, TextDigest text) {
        if (!given.equals(text)) {
            broken.add("another text in " + record + ": " + given + " instead of " + text);
        }
    }

    /** As was known when they acted. */
    private void nobodyActsForTheDissolved(String record, Timeline<?, ?> timeline) {
        for (Step<?> step : timeline.steps()) {
            RecordEvent content = step.event() instanceof Amendment.Corrected e ? e.replacement() : step.event();
            OrganisationId acting = step.actor().organisation();
            if (content instanceof Amendment || NEEDS_NO_ORGANISATION.contains(content.competence())) {
                continue;
            }
            for (Said one : RawRecord.of(ledger.timelines().get(acting.value()).knownAt(step.position()).steps())) {
                if (one.event() instanceof OrganisationEvent.Dissolved
                        && !one.event().effectiveOn().isAfter(content.effectiveOn())) {
                    broken.add("in " + record + " acts for the dissolved " + acting + ": " + step);
                }
            }
        }
    }
}
