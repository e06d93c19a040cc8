package org.coordinationledger.console.form;

import java.util.List;
import java.util.Set;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What whoever looks at a record may do about it now, and why nothing else. */
@Component
public final class NextSteps {

    /** Steps that put right what is recorded, and those on a dissolution, come after those of the record's life. */
    private static final Set<String> ASIDE = Set.of(CommandForm.CORRECT, CommandForm.VOID);

    private final CommandSide commandSide;
    private final Reading reading;

    public NextSteps(CommandSide commandSide, Reading reading) {
        this.commandSide = commandSide;
        this.reading = reading;
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

    public Found of(String resource, String id, Page page) {
        try {
            Possible possible = commandSide.possible(resource, id, page);
            CommandForm.Feature feature = commandSide.commands(page).features().stream()
                    .filter(one -> one.resource().equals(resource))
                    .findFirst()
                    .orElseThrow();
            NamedIds names = new NamedIds(reading, page, possible.steps().stream()
                    .map(step -> step.problem() == null ? "" : step.problem().detail())
                    .toList());
            List<Next> all = possible.steps().stream()
                    .map(step -> next(feature, id, step, names, page))
                    .toList();
            return new Found(
                    true,
                    all.stream().filter(next -> next.href() != null).toList(),
                    all.stream().filter(next -> next.href() == null).toList());
        } catch (RefusedByCommandSide e) {
            return new Found(false, List.of(), List.of());
        } catch (RejectedException e) {
            if (e.rejection() instanceof ServiceRejection.CommandSideUnreachable) {
                return new Found(false, List.of(), List.of());
            }
            throw e;
        }
    }

    private static Next next(
            CommandForm.Feature feature, String id, Possible.Step step, NamedIds names, Page page) {
        String name = feature.step(step.step()).map(form -> name(form, page)).orElse(step.step());
        return new Next(
                name,
                step.allowed() ? FormPage.address(feature.resource(), id, step.step()) : null,
                ASIDE.contains(step.step()),
                step.problem() == null ? null : names.in(step.problem().detail()));
    }

    /** What a command is called. */
    static String name(CommandForm form, Page page) {
        int end = form.words().lastIndexOf('.');
        return page.word(form.words().substring(0, end), form.words().substring(end + 1));
    }
}
