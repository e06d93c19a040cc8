package org.coordinationledger.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.vocabulary.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes what was typed into the bar of times and goes back to the page at these times. */
@Controller
public final class TimesPage {

    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT),
            DateTimeFormatter.ISO_LOCAL_DATE);

    @GetMapping("/console/times")
    String at(
            HttpServletRequest request,
            @RequestParam(name = "then", required = false) @Nullable String then,
            @ModelAttribute("page") Page page) {
        String knownOn = request.getParameter(PairOfTimes.KNOWN_ON);
        boolean position = knownOn != null && knownOn.strip().matches("\\d{1,18}");
        PairOfTimes times = new PairOfTimes(
                day(request, PairOfTimes.EFFECTIVE_ON),
                position ? knownOn.strip() : day(request, PairOfTimes.KNOWN_ON),
                day(request, PairOfTimes.COMPARED_WITH));
        boolean ours = then != null && then.startsWith("/console") && !then.contains("\\")
                && !then.startsWith("/console/times");
        return "redirect:" + page.of(ours ? then : "/console").at(times);
    }

    private static @Nullable String day(HttpServletRequest request, String name) {
        String typed = request.getParameter(name);
        return typed == null || typed.isBlank()
                ? null
                : day(typed)
                        .orElseThrow(() -> new RejectedException(
                                new ServiceRejection.InvalidParameter(name, shown(typed), "day")))
                        .toString();
    }

    /** A day as people write it: 03/03/2020, 3/3/2020, 3-3-2020, 3 Mar 2020 or 2020-03-03. */
    public static Optional<LocalDate> day(String typed) {
        for (DateTimeFormatter form : FORMS) {
            try {
                return Optional.of(Dates.plausible("day", LocalDate.parse(typed.strip(), form)));
            } catch (DateTimeParseException e) {
                // the next form may fit
            } catch (RejectedException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String shown(String typed) {
        return typed.length() <= 40 ? typed : typed.substring(0, 40) + "…";
    }
}
