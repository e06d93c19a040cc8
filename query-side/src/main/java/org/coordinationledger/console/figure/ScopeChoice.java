package org.coordinationledger.console.figure;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.coordinationledger.console.page.OwnAddress;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.Reading;
import org.coordinationledger.console.page.RecordField;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.console.page.TimesPage;
import org.coordinationledger.console.search.RecordLookup;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.view.api.FigureReads;
import org.coordinationledger.view.declaration.FeatureViews;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The form in which people say whose figures they want, and of which days; as they write it. */
@Controller
public final class ScopeChoice {

    static final String FIGURES = "/console/figures";

    /** What was typed for the scope, where it is not clear which one is meant. */
    private static final String TYPED = "q";

    private static final int LONGEST = 200;

    private final FeatureViews views;
    private final RecordLookup lookup;
    private final Reading reading;

    public ScopeChoice(FeatureViews views, RecordLookup lookup, Reading reading) {
        this.views = views;
        this.lookup = lookup;
        this.reading = reading;
    }

    /** Takes what was typed and goes back to the page with it. */
    @GetMapping(FIGURES + "/choose")
    String choose(
            @RequestParam(name = "then", required = false) @Nullable String then,
            @RequestParam(name = "resource", defaultValue = "organisations") String resource,
            @RequestParam(name = FigureReads.FROM, defaultValue = "") String from,
            @RequestParam(name = FigureReads.TO, defaultValue = "") String to,
            HttpServletRequest request,
            @ModelAttribute("page") Page page) {
        String typed = RecordField.meant(request, TYPED);
        views.ofResource(resource)
                .orElseThrow(() -> new RejectedException(new ServiceRejection.UnknownResource(resource)));
        String asked = typed.length() <= LONGEST ? typed.strip() : typed.substring(0, LONGEST);
        Optional<String> scope = asked.isEmpty() ? Optional.empty() : lookup.resolve(resource, asked, page).record();
        UriComponentsBuilder back = UriComponentsBuilder.fromUriString(back(then));
        put(back, FigureReads.SCOPE, scope.orElse(""));
        put(back, TYPED, scope.isPresent() ? "" : asked);
        put(back, FigureReads.FROM, day(FigureReads.FROM, from, page));
        put(back, FigureReads.TO, day(FigureReads.TO, to, page));
        return "redirect:" + back.build().toUriString();
    }

    /** The page of figures that a form goes back to; the dashboard where none is given. */
    static String back(@Nullable String then) {
        String own = OwnAddress.of(then);
        return own.equals(FIGURES) || own.startsWith(FIGURES + "/") || own.startsWith(FIGURES + "?") ? own : FIGURES;
    }

    /** Gives an address another value of a parameter, or takes it out of it where the value is empty. */
    static void put(UriComponentsBuilder address, String name, String value) {
        address.replaceQueryParam(name);
        if (!value.isEmpty()) {
            address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static String day(String name, String typed, Page page) {
        return typed.isBlank()
                ? ""
                : TimesPage.day(typed)
                        .orElseThrow(() -> new RejectedException(new ServiceRejection.InvalidParameter(
                                page.text("figures." + name), typed.substring(0, Math.min(40, typed.length())),
                                "day-as-typed")))
                        .toString();
    }

    /**
     * Puts into the model what the form shows: the scope by its title, and where it is not clear which one is meant, those
     * that it may be.
     *
     * @param resource the kind of record that the scope is of
     */
    void show(FigureAsked asked, String resource, Page page, Model model) {
        String scope = asked.scope();
        String typed = scope == null ? asked.text(TYPED) : null;
        Piece title = null;
        if (scope != null) {
            RecordTitles titles = reading.titles(asked.at().point(), asked.at().effectiveOn(), page);
            RecordTitles.Asked named = new RecordTitles.Asked();
            named.add(resource, scope);
            titles.lookUp(named);
            title = titles.piece(resource, scope);
        }
        model.addAttribute("scopeResource", resource);
        model.addAttribute("scope", title);
        model.addAttribute("scopeTyped", title == null
                ? typed == null ? "" : typed
                : new RecordLookup.Candidate(String.valueOf(scope), title.text()).typed());
        model.addAttribute("unclear", typed != null);
        model.addAttribute("candidates", typed == null ? List.of() : candidates(resource, typed, page));
        model.addAttribute("from", typedDay(asked.text(FigureReads.FROM)));
        model.addAttribute("to", typedDay(asked.text(FigureReads.TO)));
    }

    private List<Piece> candidates(String resource, String typed, Page page) {
        return lookup.resolve(resource, typed, page).candidates().stream()
                .map(candidate -> new Piece(candidate.title(), with(page, candidate.id())))
                .toList();
    }

    /** The page with another scope. */
    static String with(Page page, String scope) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(page.address());
        put(address, TYPED, "");
        put(address, FigureReads.SCOPE, scope);
        return address.build().toUriString();
    }

    /** A day of the address as people write it. */
    private static String typedDay(@Nullable String day) {
        return day == null
                ? ""
                : TimesPage.day(day)
                        .map(d -> "%02d/%02d/%d".formatted(d.getDayOfMonth(), d.getMonthValue(), d.getYear()))
                        .orElse(day);
    }
}
