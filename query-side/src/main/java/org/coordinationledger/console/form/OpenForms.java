package org.coordinationledger.console.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.console.search.RecordLookup;
import org.coordinationledger.console.start.FormStart;
import org.coordinationledger.console.start.StepStart;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.form.CommandDescription;
import org.coordinationledger.service.form.FieldDescription;
import org.coordinationledger.service.form.FieldKind;
import org.coordinationledger.service.form.StepsAllowed;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.view.api.RecordReads;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.view.record.RecordHistory.RecordedStep;
import org.coordinationledger.view.record.RecordHistory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Opens forms: with what the command asks, what is known already, and what may be chosen. */
@Component
final class OpenForms {

    /** Fields that mostly name the organisation which records; anybody may put another in its place. */
    private static final Set<String> OWN =
            Set.of("post", "home", "lead", "convener", "commissionedBy", "organiser", "giver", "by", "from", "worksFor");

    private final CommandSide commandSide;
    private final FeatureViews views;
    private final RecordReads reads;
    private final Reading reading;
    private final List<FormStart> starts;
    private final List<StepStart> stepStarts;

    OpenForms(
            CommandSide commandSide,
            FeatureViews views,
            RecordReads reads,
            Reading reading,
            List<FormStart> starts,
            List<StepStart> stepStarts) {
        this.commandSide = commandSide;
        this.views = views;
        this.reads = reads;
        this.reading = reading;
        this.starts = List.copyOf(starts);
        this.stepStarts = List.copyOf(stepStarts);
    }

    /**
     * The form by which a record begins.
     *
     * @param at the organisation at which it is opened; null where it is opened by itself
     * @throws RejectedException with {@link ServiceRejection.UnknownResource}
     */
    OpenForm begin(String resource, @Nullable String at, Actor actor, Typed typed, Page page) {
        CommandDescription.Feature feature = feature(resource, FormPage.address(resource), page);
        boolean first = typed.isEmpty();
        if (first) {
            typed.put("effectiveOn", page.date(reading.now().effectiveOn()));
        }
        CommandForm begin = CommandForm.of(feature.begin());
        Map<String, List<FormInput.Option>> own = ofActor(begin, page);
        if (first) {
            own.forEach((field, options) -> {
                if (OWN.contains(field)) {
                    typed.put(field, options.get(0).value());
                }
            });
            starts.stream()
                    .filter(start -> at != null && start.resource().equals(resource))
                    .forEach(start -> fill(begin.fields(), "", start.content(at, actor, reading.now()), typed, page));
        }
        return new OpenForm(resource, null, begin, null, null, null, own, true);
    }

    /**
     * The form of a further step about a record.
     *
     * @throws RejectedException with {@link ServiceRejection.UnknownResource}
     */
    OpenForm step(String resource, String id, String step, Actor actor, Typed typed, Page page) {
        String address = FormPage.address(resource, id, step);
        CommandDescription.Feature feature = feature(resource, address, page);
        CommandForm form = feature.step(step).map(CommandForm::of).orElseThrow(() -> unknown(address));
        StepsAllowed possible = commandSide.possible(resource, id, page);
        StepsAllowed.Step found = possible.step(step).orElseThrow(() -> unknown(address));
        boolean first = typed.isEmpty();
        if (first) {
            typed.put("effectiveOn", page.date(reading.now().effectiveOn()));
        }
        String why = NextSteps.why(found.problem());
        String refused = why == null ? null : new NamedIds(reading, page, List.of(why)).in(why);
        if (first && refused == null) {
            stepStarts.stream()
                    .filter(start -> start.resource().equals(resource) && start.step().equals(step))
                    .forEach(start -> fill(form.fields(), "", start.content(id, actor, reading.now()), typed, page));
        }
        return form.amended() == null
                ? further(resource, id, form, found, possible.version(), refused, first, typed, page)
                : amending(feature, id, form.without("effectiveOn"), found, possible.version(), refused, actor, typed, page);
    }

    private void fill(List<FieldDescription> fields, String path, JsonNode content, Typed typed, Page page) {
        RecordTitles.Asked asked = new RecordTitles.Asked();
        FormFiller.named(fields, content, asked);
        new FormFiller(typed, page).fill(fields, path, content, titles(asked, page));
    }

    private OpenForm further(
            String resource,
            String id,
            CommandForm form,
            StepsAllowed.Step found,
            long version,
            @Nullable String refused,
            boolean first,
            Typed typed,
            Page page) {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        RecordTitles.Asked asked = new RecordTitles.Asked();
        for (FieldDescription field : form.fields()) {
            List<JsonNode> held = found.held().getOrDefault(field.name(), List.of());
            if (field.kind() == FieldKind.RECORD && field.resource() != null) {
                held.forEach(value -> asked.add(field.resource(), value.asString()));
            }
            boolean same = field.kind() == FieldKind.DIGEST && !form.bringsText()
                    || field.kind() == FieldKind.NUMBER && field.name().equals("revision");
            if (same && !held.isEmpty() && !typed.any(field.name())) {
                known.set(field.name(), held.get(0));
            }
        }
        RecordTitles titles = titles(asked, page);
        Map<String, List<FormInput.Option>> options = new LinkedHashMap<>();
        for (FieldDescription field : form.fields()) {
            if (field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.DATE) {
                continue;
            }
            List<FormInput.Option> held = found.held().getOrDefault(field.name(), List.of()).stream()
                    .filter(JsonNode::isValueNode)
                    .map(value -> option(field, value.asString(), titles, page))
                    .toList();
            if (!held.isEmpty()) {
                options.put(field.name(), held);
            }
        }
        if (first) {
            new FormFiller(typed, page).fill(form.fields(), "", known, titles);
        }
        return new OpenForm(resource, id, form, null, refused, version, options, true);
    }

    private static FormInput.Option option(FieldDescription field, String value, RecordTitles titles, Page page) {
        if (field.kind() == FieldKind.RECORD && field.resource() != null) {
            String typed = new RecordLookup.Candidate(value, titles.of(field.resource(), value)).typed();
            return new FormInput.Option(typed, typed);
        }
        return field.kind() == FieldKind.DIGEST
                ? new FormInput.Option(value, page.text("form.digest", "digest", value.substring(0, 12)))
                : new FormInput.Option(value, value);
    }

    private OpenForm amending(
            CommandDescription.Feature feature,
            String id,
            CommandForm form,
            StepsAllowed.Step found,
            long version,
            @Nullable String refused,
            Actor actor,
            Typed typed,
            Page page) {
        String named = Objects.requireNonNull(form.amended());
        FeatureView<?> view = views.ofResource(feature.resource()).orElseThrow();
        RecordHistory history = new RecordHistory(
                view.type(), reads.entries(actor, view, id, reading.now().point()));
        List<Long> sequences = found.sequences() == null ? List.of() : found.sequences();
        List<FormInput.Option> steps = new ArrayList<>();
        history.steps(0)
                .filter(step -> sequences.contains(step.entry().sequence()))
                .filter(step -> !CommandForm.CORRECT.equals(form.step())
                        || feature.events().containsKey(step.entry().eventName()))
                .forEach(step -> steps.add(0, option(step, page)));
        Map<String, List<FormInput.Option>> held = Map.of(named, steps);
        String typedSequence = typed.text(named);
        boolean chosen = steps.stream().anyMatch(step -> step.value().equals(typedSequence));
        if (!chosen || !CommandForm.CORRECT.equals(form.step())) {
            CommandForm shown = chosen ? form : form.only(named);
            return new OpenForm(feature.resource(), id, shown, null, refused, version, held, chosen);
        }
        RecordEvent event =
                history.timeline().contentAt(history.timeline().originOf(Long.parseLong(typedSequence)));
        String name = Catalogue.nameOf(event);
        List<FieldDescription> fields = feature.events().getOrDefault(name, List.of()).stream()
                .filter(field -> !FormInputs.NOT_ASKED.contains(field.name()))
                .toList();
        ObjectNode content = EventJson.mapper().valueToTree(event);
        ObjectNode unasked = JsonNodeFactory.instance.objectNode().put("event", name);
        FormInputs.NOT_ASKED.stream().filter(content::has).forEach(said -> unasked.set(said, content.get(said)));
        if (!typed.any(CommandForm.REPLACEMENT)) {
            fill(fields, CommandForm.REPLACEMENT + ".", content, typed, page);
        }
        return new OpenForm(
                feature.resource(), id, form.replacing(fields), unasked, refused, version, held, true);
    }

    private static FormInput.Option option(RecordedStep step, Page page) {
        return new FormInput.Option(
                Long.toString(step.entry().sequence()),
                page.text(
                        "form.amended",
                        "number", step.entry().sequence() + 1,
                        "event", page.word("event", step.entry().eventName()),
                        "day", page.date(step.step().event().effectiveOn())));
    }

    /** Fields for an organisation offer the one that somebody acts for. */
    private static Map<String, List<FormInput.Option>> ofActor(CommandForm form, Page page) {
        Map<String, List<FormInput.Option>> held = new LinkedHashMap<>();
        Actor actor = page.actor();
        if (actor != null) {
            String id = actor.organisation().value();
            String own = new RecordLookup.Candidate(id, page.actorOrganisation().text()).typed();
            form.fields().stream()
                    .filter(field -> OrganisationState.TYPE.resource().equals(field.resource()) && field.kind() == FieldKind.RECORD)
                    .forEach(field -> held.put(field.name(), List.of(new FormInput.Option(own, own))));
        }
        return held;
    }

    private RecordTitles titles(RecordTitles.Asked asked, Page page) {
        Reading.At now = reading.now();
        RecordTitles titles = reading.titles(now.point(), now.effectiveOn(), page);
        titles.lookUp(asked);
        return titles;
    }

    private CommandDescription.Feature feature(String resource, String address, Page page) {
        return commandSide.commands(page).under(resource).orElseThrow(() -> unknown(address));
    }

    private static RejectedException unknown(String address) {
        return new RejectedException(new ServiceRejection.UnknownResource(address));
    }
}
