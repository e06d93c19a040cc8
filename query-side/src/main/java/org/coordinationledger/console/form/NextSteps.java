package org.coordinationledger.console.form;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.start.FormStart;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.form.CommandDescription;
import org.coordinationledger.service.form.StepsAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What whoever looks at a record may do about it now, and why nothing else. */
@Component
public final class NextSteps {

    /** Steps that put right what is recorded, and those on a dissolution, come after those of the record's life. */
    private static final Set<String> ASIDE = Set.of(CommandForm.CORRECT, CommandForm.VOID);

    private final CommandSide commandSide;
    private final Reading reading;
    private final List<FormStart> starts;

    public NextSteps(CommandSide commandSide, Reading reading, List<FormStart> starts) {
        this.commandSide = commandSide;
        this.reading = reading;
        this.starts = List.copyOf(starts);
    }

    /**
     * A step.
     *
     * @param href of its form; null where it cannot be taken
     * @param why it cannot be taken; else null
     */
    public record Next(String name, @Nullable String href, boolean aside, @Nullable String why) {}

    /**
     * The steps about a record, those that may be taken first.
     *
     * @param known whether the command side could be asked
     */
    public record Found(boolean known, List<Next> allowed, List<Next> others) {}

    /**
     * What may be done now at a record.
     *
     * @param state of the record today; null where it has none
     */
    public Found of(String resource, String id, @Nullable Object state, Page page) {
        try {
            StepsAllowed possible = commandSide.possible(resource, id, page);
            CommandDescription.Feature feature =
                    commandSide.commands(page).under(resource).orElseThrow();
            NamedIds names = new NamedIds(reading, page, possible.steps().stream()
                    .map(step -> why(step.problem()))
                    .filter(Objects::nonNull)
                    .toList());
            List<Next> all = possible.steps().stream()
                    .map(step -> next(feature, id, step, names, page))
                    .toList();
            List<Next> begun = state instanceof OrganisationState organisation
                    ? beginnings(id, organisation, page)
                    : List.of();
            return new Found(
                    true,
                    Stream.concat(begun.stream(), all.stream().filter(next -> next.href() != null)).toList(),
                    all.stream().filter(next -> next.href() == null).toList());
        } catch (RejectedException e) {
            return new Found(false, List.of(), List.of());
        }
    }

    /** Records that begin at an organisation, for those who may begin them. */
    private List<Next> beginnings(String id, OrganisationState organisation, Page page) {
        List<String> offered = starts.stream()
                .filter(start -> start.offeredAt(organisation))
                .map(FormStart::resource)
                .toList();
        if (offered.isEmpty()) {
            return List.of();
        }
        return commandSide.beginnings(page).beginnings().stream()
                .filter(beginning -> beginning.allowed() && offered.contains(beginning.resource()))
                .map(beginning -> commandSide.commands(page).under(beginning.resource()).orElseThrow())
                .map(feature -> new Next(
                        name(feature.begin().words(), page), FormPage.address(feature.resource(), id), false, null))
                .toList();
    }

    private static Next next(
            CommandDescription.Feature feature, String id, StepsAllowed.Step step, NamedIds names, Page page) {
        String name = feature.step(step.step()).map(one -> name(one.words(), page)).orElse(step.step());
        String why = why(step.problem());
        return new Next(
                name,
                step.allowed() ? FormPage.address(feature.resource(), id, step.step()) : null,
                ASIDE.contains(step.step()),
                why == null ? null : names.in(why));
    }

    /** What a problem says; null where there is none. */
    static @Nullable String why(@Nullable Map<String, Object> problem) {
        return problem == null ? null : String.valueOf(problem.get("detail"));
    }

    /** What a command is called, by its key. */
    static String name(String words, Page page) {
        int end = words.lastIndexOf('.');
        return page.word(words.substring(0, end), words.substring(end + 1));
    }
}
