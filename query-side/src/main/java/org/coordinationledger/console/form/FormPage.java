package org.coordinationledger.console.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.console.page.ChosenLanguage;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.search.RecordLookup;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.form.StepsAllowed;
import org.coordinationledger.view.declaration.FeatureViews;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.node.ObjectNode;

/**
 * Forms for every command. A form is filled in, looked over on a page that shows what would be recorded, and recorded.
 * What was typed comes back with every answer, and one form is recorded no more than once.
 */
@Controller
public final class FormPage {

    private static final String PATH = "/console/forms";

    /** What the button is for that was pressed. */
    private static final String DO = "do";

    private static final String CHECK = "check";
    private static final String RECORD = "record";
    private static final String LANGUAGE = "language";
    private static final String MORE = "more:";
    private static final String LESS = "less:";

    private static final String STALE = "/problems/stale-version";

    private final CommandSide commandSide;
    private final OpenForms forms;
    private final RecordLookup lookup;
    private final FeatureViews views;
    private final Reading reading;

    FormPage(
            CommandSide commandSide, OpenForms forms, RecordLookup lookup, FeatureViews views, Reading reading) {
        this.commandSide = commandSide;
        this.forms = forms;
        this.lookup = lookup;
        this.views = views;
        this.reading = reading;
    }

    /** Where the form is by which a record of a kind begins. */
    public static String address(String resource) {
        return PATH + "/" + resource;
    }

    /** Where this form is when it is opened at an organisation. */
    static String address(String resource, String at) {
        return UriComponentsBuilder.fromPath(address(resource)).queryParam("at", at).toUriString();
    }

    /** Where the form of a further step is. */
    public static String address(String resource, String id, String step) {
        return PATH + "/" + resource + "/" + id + "/" + step;
    }

    /** A record that may be begun. */
    public record Beginning(String name, String kind, String href) {}

    @GetMapping(PATH)
    String beginnings(@ModelAttribute("page") Page page, Model model) {
        Map<String, String> names = new LinkedHashMap<>();
        commandSide.commands(page).features()
                .forEach(feature -> names.put(feature.resource(), NextSteps.name(feature.begin().words(), page)));
        List<Beginning> allowed = commandSide.beginnings(page).beginnings().stream()
                .filter(StepsAllowed.Beginning::allowed)
                .map(StepsAllowed.Beginning::resource)
                .filter(names::containsKey)
                .map(resource -> new Beginning(names.get(resource), page.resource(resource), address(resource)))
                .toList();
        model.addAttribute("heading", page.text("form.begin"));
        model.addAttribute("beginnings", allowed);
        return "console/form-begin";
    }

    @RequestMapping(path = PATH + "/{resource}", method = {RequestMethod.GET, RequestMethod.POST})
    String begin(
            @PathVariable String resource,
            @RequestParam(name = "at", required = false) @Nullable String at,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            @ModelAttribute("page") Page page,
            Model model) {
        Typed typed = Typed.of(request.getParameterMap());
        OpenForm open = forms.begin(resource, at, actor, typed, page);
        if (!LANGUAGE.equals(request.getParameter(DO))) {
            return answer(open, typed, request, response, page, model);
        }
        Page other = inOtherLanguage(open, typed, request, response, page, model);
        return answer(forms.begin(resource, at, actor, typed, other), typed, request, response, other, model);
    }

    @RequestMapping(path = PATH + "/{resource}/{id}/{step}", method = {RequestMethod.GET, RequestMethod.POST})
    String step(
            @PathVariable String resource,
            @PathVariable String id,
            @PathVariable String step,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor,
            @ModelAttribute("page") Page page,
            Model model) {
        Typed typed = Typed.of(request.getParameterMap());
        OpenForm open = forms.step(resource, id, step, actor, typed, page);
        if (!LANGUAGE.equals(request.getParameter(DO))) {
            return answer(open, typed, request, response, page, model);
        }
        Page other = inOtherLanguage(open, typed, request, response, page, model);
        return answer(forms.step(resource, id, step, actor, typed, other), typed, request, response, other, model);
    }

    /** Goes over to the other language with all that was typed. */
    private static Page inOtherLanguage(
            OpenForm open,
            Typed typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Page page,
            Model model) {
        Page other = page.inOtherLanguage();
        new TypedNumbers(typed, page, other).rewrite(open.form().fields());
        ChosenLanguage.keep(other.language(), request, response);
        model.addAttribute("page", other);
        return other;
    }

    private String answer(
            OpenForm open,
            Typed typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Page page,
            Model model) {
        String pressed = request.getMethod().equals("POST") ? parameter(request, DO, CHECK) : "";
        String key = parameter(request, "key", UUID.randomUUID().toString());
        Long version = version(request, open);
        boolean looked = pressed.equals(CHECK) || pressed.equals(RECORD);
        FormReader reader = new FormReader(commandSide, lookup, page, typed);
        String problem = null;
        if (looked && open.chosen()) {
            boolean trying = pressed.equals(CHECK);
            CommandSide.Answer answer = null;
            try {
                answer = handedIn(open, reader, trying, key, version, page);
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            } catch (RejectedException e) {
                problem = page.text("form.unreachable");
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            }
            if (answer != null && answer.successful()) {
                response.setStatus(HttpStatus.OK.value());
                if (!trying) {
                    return recorded(open, answer);
                }
                model.addAttribute("following", FollowingCommands.of(answer.body(), reading, page));
                return show(open, typed, reader, null, key, version, null, true, page, model);
            }
            if (answer != null) {
                problem = told(answer, reader, page);
                version = answer.body().path("type").asString("").equals(STALE) ? open.version() : version;
            }
        }
        if (pressed.startsWith(LESS)) {
            typed.remove(pressed.substring(LESS.length()));
        }
        String more = pressed.startsWith(MORE) ? pressed.substring(MORE.length()) : null;
        return show(open, typed, reader, problem, key, version, more, false, page, model);
    }

    /**
     * What the command side answers; null where what was typed cannot be understood, which the reader tells.
     *
     * @throws RejectedException if it cannot be reached
     */
    private CommandSide.@Nullable Answer handedIn(
            OpenForm open, FormReader reader, boolean trying, String key, @Nullable Long version, Page page) {
        ObjectNode body = reader.read(open.form().fields());
        if (open.unasked() != null && body.get(CommandForm.REPLACEMENT) instanceof ObjectNode replacement) {
            replacement.setAll(open.unasked());
        }
        return reader.errors().isEmpty()
                ? commandSide.command(
                        open.resource(), open.id(), open.form().step(), body, trying, key, version, page)
                : null;
    }

    /** What a problem says: at its field where there is one on the page, else for the whole form. */
    private @Nullable String told(CommandSide.Answer answer, FormReader reader, Page page) {
        String detail = answer.body().path("detail").asString(Integer.toString(answer.status()));
        String field = answer.body().path("field").asString("");
        String said = new NamedIds(reading, page, List.of(detail)).in(detail);
        String place = reader.place(field).orElse(null);
        if (place == null) {
            return said;
        }
        String before = page.messages()
                .text("problem-in-field", page.language(), Map.of("field", field, "detail", ""))
                .strip();
        String alone = said.startsWith(before) ? said.substring(before.length()).strip() : said;
        reader.errors().put(place, page.capital(alone));
        return null;
    }

    private static String recorded(OpenForm open, CommandSide.Answer answer) {
        String id = answer.body().path("id").asString(open.id() == null ? "" : open.id());
        return "redirect:"
                + UriComponentsBuilder.fromPath("/console/records")
                        .pathSegment(open.resource(), id)
                        .queryParam("waitForPosition", answer.position())
                        .queryParam("recorded", answer.body().path("sequence").asLong() + 1)
                        .fragment("life")
                        .toUriString();
    }

    private String show(
            OpenForm open,
            Typed typed,
            FormReader reader,
            @Nullable String problem,
            String key,
            @Nullable Long version,
            @Nullable String more,
            boolean check,
            Page page,
            Model model) {
        List<FormInput> inputs = new FormInputs(
                        views, page, typed, open.resource(), open.command(), open.form().bringsText(), open.held(),
                        reader.errors(), reader.candidates(), more)
                .of(open.form().fields());
        List<FormInput> wrong = FormInputs.wrong(inputs);
        String name = NextSteps.name(open.form().words(), page);
        if (open.id() != null) {
            reading.about(open.resource(), open.id(), null, reading.now(), page, model);
        }
        model.addAttribute("resource", open.resource());
        model.addAttribute("id", open.id());
        model.addAttribute("heading", check ? page.text("form.check.heading", "command", name) : name);
        model.addAttribute("typing", true);
        model.addAttribute("action", open.address());
        model.addAttribute("inputs", inputs);
        model.addAttribute("wrong", wrong);
        model.addAttribute("problem", problem != null ? problem : withoutPlace(reader, wrong, open.resource(), page));
        model.addAttribute("refused", open.refused());
        model.addAttribute("chosen", open.chosen());
        model.addAttribute("key", key);
        model.addAttribute("version", version);
        model.addAttribute("typed", hidden(typed));
        return check ? "console/form-check" : "console/form";
    }

    /** What is wrong at fields that the page does not show; null where nothing is. */
    private static @Nullable String withoutPlace(
            FormReader reader, List<FormInput> shown, String resource, Page page) {
        List<String> places = shown.stream().map(FormInput::path).toList();
        List<String> others = reader.errors().entrySet().stream()
                .filter(error -> !places.contains(error.getKey()))
                .map(error -> page.field(resource, nameOf(error.getKey())) + ": " + error.getValue())
                .toList();
        return others.isEmpty() ? null : String.join("; ", others);
    }

    /** Of a path, without the numbers of lines. */
    private static String nameOf(String path) {
        String field = path.replaceAll("\\.\\d+$", "");
        return field.substring(field.lastIndexOf('.') + 1);
    }

    private static List<Map.Entry<String, String>> hidden(Typed typed) {
        List<Map.Entry<String, String>> hidden = new ArrayList<>();
        typed.values().forEach((path, value) -> hidden.add(Map.entry(Typed.PREFIX + path, value)));
        hidden.sort(Map.Entry.comparingByKey());
        return hidden;
    }

    private static String parameter(HttpServletRequest request, String name, String otherwise) {
        String given = request.getParameter(name);
        return given == null || given.isBlank() || given.length() > 100 ? otherwise : given;
    }

    /** The version that the form was opened at; the record's where it was just opened. */
    private static @Nullable Long version(HttpServletRequest request, OpenForm open) {
        String given = request.getParameter("version");
        return given != null && given.matches("\\d{1,9}") && open.version() != null
                ? Long.valueOf(given)
                : open.version();
    }
}
