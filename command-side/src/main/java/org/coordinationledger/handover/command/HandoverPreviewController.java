package org.coordinationledger.handover.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.command.api.Previews;
import org.coordinationledger.handover.event.HandoverOutcome;
import org.coordinationledger.handover.event.HandoverState;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.service.problem.ProblemWriter;
import org.coordinationledger.vocabulary.RecordReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a handover would do, before it is decided. */
@RestController
@RequestMapping(
        path = "/api/v1/handovers",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
public final class HandoverPreviewController {

    private final Previews previews;
    private final ProblemWriter problems;

    HandoverPreviewController(Previews previews, ProblemWriter problems) {
        this.previews = previews;
        this.problems = problems;
    }

    /**
     * What would become of a list as things stand.
     *
     * @param accepted how many of its records would pass on
     * @param refused how many would not
     * @param items in the order of the list
     */
    public record Preview(int accepted, int refused, List<Fate> items) {}

    /**
     * What would become of one record.
     *
     * @param problem why it would be refused, as a problem would say it; null if it would pass on
     */
    public record Fate(RecordReference record, HandoverOutcome outcome, @Nullable Map<String, Object> problem) {}

    /** Takes the body of the command that decides a handover; refuses what that command would be refused for as a whole. */
    @PostMapping("/preview")
    public Preview preview(@RequestBody(required = false) byte @Nullable [] body, Actor actor, Locale language) {
        HandoverCommand.Decide asked =
                (HandoverCommand.Decide) previews.begin(HandoverState.TYPE, body == null ? new byte[0] : body);
        List<Fate> fates = previews.ask(questions -> fates(questions, asked, actor, language));
        int refused = (int) fates.stream().filter(f -> f.problem() != null).count();
        return new Preview(fates.size() - refused, refused, fates);
    }

    private List<Fate> fates(
            Previews.Questions questions, HandoverCommand.Decide asked, Actor actor, Locale language) {
        List<Previews.Fate> following = questions.following(HandoverState.TYPE, asked, actor);
        List<Fate> fates = new ArrayList<>();
        for (int i = 0; i < following.size(); i++) {
            Rejection refusal = following.get(i).refusal();
            fates.add(new Fate(
                    following.get(i).record(), asked.items().get(i).outcome(),
                    refusal == null ? null : problems.body(refusal, language)));
        }
        return fates;
    }
}
