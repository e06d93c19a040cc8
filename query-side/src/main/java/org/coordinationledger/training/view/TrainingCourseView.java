package org.coordinationledger.training.view;

import java.util.List;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.training.event.Participants;
import org.coordinationledger.training.event.TrainingCourseEvent.Held;
import org.coordinationledger.training.event.TrainingCourseEvent.Scheduled;
import org.coordinationledger.training.event.TrainingCourseState;
import org.coordinationledger.training.event.TrainingStage;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.Figure;
import org.coordinationledger.view.declaration.TrailRules;
import org.coordinationledger.view.declaration.Waiting;

/** What lists and figures show of training courses. */
public final class TrainingCourseView {

    private static final String STAGE = "stage";
    private static final String FIRST_DAY = "firstDay";
    private static final String LAST_DAY = "lastDay";
    private static final String ORGANISERS = "organisers";
    private static final String PARTICIPANTS = "participants";

    /** Organised by and held for organisations that stand. */
    private static final TrailRules TRAIL = TrailRules.builder()
            .relies(Scheduled.class, (e, on) -> on.standing(e.organisers()))
            .relies(Held.class, (e, on) -> on.asOf(e.firstDay())
                    .standing(e.participants().stream().map(Participants::organisation).toList()))
            .build();

    public static final FeatureView<TrainingCourseState> VIEW = FeatureView.of(TrainingCourseState.TYPE)
            .open(s -> s.stage() != TrainingStage.CANCELLED)
            .code(STAGE, TrainingStage.class, TrainingCourseState::stage)
            .organisations(ORGANISERS, TrainingCourseState::organisers)
            .date(FIRST_DAY, TrainingCourseState::firstDay)
            .date(LAST_DAY, TrainingCourseState::lastDay)
            .quantity(PARTICIPANTS, TrainingCourseState::participantCount)
            .waiting(WaitingFor.class, TrainingCourseView::waiting)
            .searchedIn(TrainingCourseState::subject)
            .titledBy(FIRST_DAY, ORGANISERS)
            .flag("illustrative", TrainingCourseState::illustrative)
            .sortedBy(FIRST_DAY)
            .figure(Figure.count("trainingCoursesHeld")
                    .where(STAGE, TrainingStage.HELD.name())
                    .happenedOn(LAST_DAY)
                    .placedBy(ORGANISERS))
            .figure(Figure.sum("trainingParticipants", PARTICIPANTS)
                    .where(STAGE, TrainingStage.HELD.name())
                    .happenedOn(LAST_DAY)
                    .placedBy(ORGANISERS))
            .trail(TRAIL)
            .build();

    /** What a course waits for. */
    private enum WaitingFor {
        TRAINING_REPORT
    }

    private TrainingCourseView() {}

    /** Once it should be over, the first of its organisers is to say that it was held, or that it was not. */
    private static List<Waiting> waiting(TrainingCourseState state) {
        return state.stage() == TrainingStage.SCHEDULED
                ? List.of(Waiting.due(
                        WaitingFor.TRAINING_REPORT, state.organisers().get(0), Competence.RECORD, state.stageSince(),
                        state.lastDay()))
                : List.of();
    }
}
