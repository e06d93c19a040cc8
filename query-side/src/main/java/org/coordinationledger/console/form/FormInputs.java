package org.coordinationledger.console.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.search.RecordLookup;
import org.coordinationledger.service.form.FieldDescription;
import org.coordinationledger.service.form.FieldKind;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.declaration.FeatureViews;
import org.coordinationledger.vocabulary.Quality;
import org.jspecify.annotations.Nullable;

/** Lays out the questions of one form, with what was typed, what is wrong and what may be meant. */
final class FormInputs {

    /** Marks records that are made up, which forms do not make. */
    static final Set<String> NOT_ASKED = Set.of("illustrative");

    private static final String HINT = "hint.";

    private final FeatureViews views;
    private final Page page;
    private final Typed typed;
    private final String resource;
    private final String command;
    private final boolean bringsText;
    private final Map<String, List<FormInput.Option>> held;
    private final Map<String, String> errors;
    private final Map<String, List<RecordLookup.Candidate>> candidates;
    private final @Nullable String more;

    /**
     * @param resource of the record
     * @param command the key of what the command is called, without {@code command.}
     * @param bringsText whether a text may be new
     * @param held what may be chosen for a field because the record holds it
     * @param more the list that gets one place more
     */
    FormInputs(
            FeatureViews views,
            Page page,
            Typed typed,
            String resource,
            String command,
            boolean bringsText,
            Map<String, List<FormInput.Option>> held,
            Map<String, String> errors,
            Map<String, List<RecordLookup.Candidate>> candidates,
            @Nullable String more) {
        this.views = views;
        this.page = page;
        this.typed = typed;
        this.resource = resource;
        this.command = command;
        this.bringsText = bringsText;
        this.held = held;
        this.errors = errors;
        this.candidates = candidates;
        this.more = more;
    }

    List<FormInput> of(List<FieldDescription> fields) {
        return of(fields, "");
    }

    private List<FormInput> of(List<FieldDescription> fields, String path) {
        return fields.stream()
                .filter(field -> !NOT_ASKED.contains(field.name()))
                .map(field -> field.several() == null
                        ? one(field, path + field.name(), label(field))
                        : list(field, path + field.name()))
                .toList();
    }

    private FormInput list(FieldDescription field, String path) {
        List<Integer> places = new ArrayList<>(typed.places(path, FormReader.MOST));
        int next = places.isEmpty() ? 0 : places.get(places.size() - 1) + 1;
        if (places.isEmpty() || path.equals(more)) {
            places.add(next);
        }
        String label = label(field);
        List<FormInput> inputs = places.stream()
                .map(place -> one(field.one(), path + "." + place, label + " " + (place + 1)).asOneOfSeveral())
                .toList();
        return new FormInput(
                path, "list", label, field.required(), hint(field), "", List.of(), errors.get(path), inputs, null,
                null);
    }

    private FormInput one(FieldDescription field, String path, String label) {
        return switch (field.kind()) {
            case GROUP, EVENT -> new FormInput(
                    path, "group", label, field.required(), hint(field), "", List.of(), errors.get(path),
                    of(field.parts(), path + "."), null, null);
            case QUANTITY -> new FormInput(
                    path, "quantity", label, field.required(), hint(field), "", List.of(), errors.get(path),
                    quantity(path), null, null);
            case ANY_RECORD -> new FormInput(
                    path, "any", label, field.required(), hint(field), "", List.of(), errors.get(path),
                    anyRecord(path), null, null);
            case LONG_TEXT -> input(field, path, label, "long", List.of());
            case FLAG -> input(field, path, label, "select", yesOrNo());
            case CODE -> input(field, path, label, "select", codes(field));
            case FIGURE -> input(field, path, label, "select", figures());
            case RECORD -> input(field, path, label, "suggested", meant(field, path));
            case DIGEST -> input(field, path, label, "digest", held.getOrDefault(field.name(), List.of()));
            case NUMBER -> input(
                    field, path, label, held.containsKey(field.name()) ? "select" : "text",
                    held.getOrDefault(field.name(), List.of()));
            default -> input(
                    field, path, label, held.containsKey(field.name()) ? "suggested" : "text", meant(field, path));
        };
    }

    private FormInput input(
            FieldDescription field, String path, String label, String widget, List<FormInput.Option> options) {
        String with = widget.equals("digest") && !bringsText && !options.isEmpty() ? "select" : widget;
        List<FormInput> inputs = with.equals("digest")
                ? List.of(simple(path + "." + FormReader.NEW_TEXT, "long", page.text("form.text"), List.of()))
                : List.of();
        return new FormInput(
                path, with, label, field.required(), hint(field), typed.text(path), options, errors.get(path),
                inputs, field.longest(), field.resource());
    }

    private FormInput simple(String path, String widget, String label, List<FormInput.Option> options) {
        return new FormInput(
                path, widget, label, false, null, typed.text(path), options, errors.get(path), List.of(), null, null);
    }

    private List<FormInput> quantity(String path) {
        return List.of(
                simple(path + ".value", "text", page.text("form.quantity.value"), List.of()),
                simple(path + ".quality", "select", page.text("form.quantity.quality"), Stream.of(
                                Quality.values())
                        .map(quality -> new FormInput.Option(quality.name(), page.word(quality)))
                        .toList()),
                simple(path + ".phrase", "text", page.text("form.quantity.phrase"), List.of()));
    }

    private List<FormInput> anyRecord(String path) {
        return List.of(
                simple(path + ".resource", "select", page.text("form.any.kind"), views.all().stream()
                        .map(FeatureView::resource)
                        .map(resource -> new FormInput.Option(resource, page.resource(resource)))
                        .toList()),
                new FormInput(
                        path + ".id", "text", page.text("form.any.record"), false, null, typed.text(path + ".id"),
                        List.of(), errors.get(path + ".id"), List.of(), null, ""));
    }

    private List<FormInput.Option> yesOrNo() {
        return List.of(
                new FormInput.Option("true", page.capital(page.text("yes"))),
                new FormInput.Option("false", page.capital(page.text("no"))));
    }

    private List<FormInput.Option> codes(FieldDescription field) {
        String words = field.words() == null ? "" : field.words();
        return field.codes() == null
                ? List.of()
                : field.codes().stream()
                        .map(code -> new FormInput.Option(code, page.capital(page.word(words, code))))
                        .toList();
    }

    private List<FormInput.Option> figures() {
        return views.figures().stream()
                .map(figure -> figure.figure().name())
                .map(name -> new FormInput.Option(name, page.capital(page.word("figure", name))))
                .toList();
    }

    private List<FormInput.Option> meant(FieldDescription field, String path) {
        return Stream.concat(
                        candidates.getOrDefault(path, List.of()).stream().map(RecordLookup.Candidate::typed),
                        errors.containsKey(path)
                                ? Stream.of()
                                : held.getOrDefault(field.name(), List.of()).stream().map(FormInput.Option::value))
                .distinct()
                .map(candidate -> new FormInput.Option(candidate, candidate))
                .toList();
    }

    private String label(FieldDescription field) {
        return field.kind() == FieldKind.DIGEST && bringsText
                ? page.text("form.text")
                : page.field(resource, field.name());
    }

    /** What is said beside a field: by this command, else by its step, by the field's name or by its kind. */
    private @Nullable String hint(FieldDescription field) {
        String step = command.substring(command.lastIndexOf('.') + 1);
        return Stream.of(HINT + command + "." + field.name(), HINT + step + "." + field.name(), HINT + field.name(), HINT + field.kind())
                .map(key -> page.messages().find("console." + key, page.language()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** All that is wrong, in the order of the page. */
    static List<FormInput> wrong(Collection<FormInput> inputs) {
        return inputs.stream().flatMap(FormInput::wrong).toList();
    }
}
