package org.coordinationledger.console.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coordinationledger.console.page.Page;
import org.coordinationledger.console.page.Piece;
import org.coordinationledger.console.page.RecordField;
import org.coordinationledger.console.page.RecordTitles;
import org.coordinationledger.console.page.TimesPage;
import org.coordinationledger.console.search.RecordLookup;
import org.coordinationledger.member.event.MemberState;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.view.api.AuditReads;
import org.jspecify.annotations.Nullable;

/**
 * The fields by which steps are searched: as somebody typed them, and as an address has them. In an address days are
 * YYYY-MM-DD and records are ids, in fields they are as people write them.
 */
final class AuditForm {

    static final Map<String, String> RECORDS = Map.of(
            AuditReads.ORGANISATION, OrganisationState.TYPE.resource(),
            AuditReads.MEMBER, MemberState.TYPE.resource());

    private static final Set<String> DAYS = Set.of(
            AuditReads.RECORDED_FROM, AuditReads.RECORDED_TO, AuditReads.EFFECTIVE_FROM, AuditReads.EFFECTIVE_TO);
    private static final int LONGEST = 500;

    private AuditForm() {}

    /**
     * Something that was typed and not understood.
     *
     * @param field its name
     * @param text what to do
     * @param candidates what may be meant; each leads to the search for it
     */
    public record Wrong(String field, String text, List<Piece> candidates) {}

    /**
     * What was understood of a form.
     *
     * @param parameters of the address of the search
     * @param wrong empty if all was understood
     */
    record Understood(Map<String, String> parameters, List<Wrong> wrong) {}

    static Understood understand(HttpServletRequest request, RecordLookup lookup, Page page) {
        Map<String, String> parameters = new LinkedHashMap<>();
        List<Wrong> wrong = new ArrayList<>();
        for (String name : AuditReads.PARAMETERS) {
            String typed = typed(request, name);
            if (typed.isEmpty()) {
                continue;
            }
            String kind = RECORDS.get(name);
            Optional<String> value = kind != null
                    ? record(name, kind, typed, lookup, page, wrong)
                    : DAYS.contains(name) ? day(name, typed, page, wrong) : Optional.of(typed);
            value.ifPresent(understood -> parameters.put(name, understood));
        }
        return new Understood(parameters, wrong);
    }

    /** What was typed into each field. */
    static Map<String, String> typed(HttpServletRequest request) {
        Map<String, String> typed = new LinkedHashMap<>();
        AuditReads.PARAMETERS.forEach(name -> typed.put(name, typed(request, name)));
        return typed;
    }

    private static String typed(HttpServletRequest request, String name) {
        String stripped = RecordField.meant(request, name).strip();
        return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST);
    }

    private static Optional<String> record(
            String name, String kind, String typed, RecordLookup lookup, Page page, List<Wrong> wrong) {
        RecordLookup.Resolution meant = lookup.resolve(kind, typed, page);
        if (meant.record().isEmpty()) {
            boolean none = meant.candidates().isEmpty();
            wrong.add(new Wrong(
                    name,
                    page.text(none ? "audit.wrong.record" : "audit.wrong.records", "field", page.text("audit." + name)),
                    meant.candidates().stream()
                            .map(candidate -> new Piece(candidate.title(), page.with(name, candidate.typed())))
                            .toList()));
        }
        return meant.record();
    }

    private static Optional<String> day(String name, String typed, Page page, List<Wrong> wrong) {
        Optional<String> day = TimesPage.day(typed).map(Object::toString);
        if (day.isEmpty()) {
            wrong.add(new Wrong(name, page.text("audit.wrong.day", "field", page.text("audit." + name)), List.of()));
        }
        return day;
    }

    /** What stands in each field of a search that an address asks for. */
    static Map<String, String> fields(HttpServletRequest request, RecordTitles titles, Page page) {
        Map<String, String> fields = typed(request);
        DAYS.forEach(name -> fields.computeIfPresent(
                name, (n, value) -> TimesPage.day(value).map(page::date).orElse(value)));
        RECORDS.forEach((name, kind) -> fields.computeIfPresent(
                name, (n, id) -> id.isEmpty() ? id : new RecordLookup.Candidate(id, titles.of(kind, id)).typed()));
        return fields;
    }

    /** The record of an address, by the name of its field; null if none is asked for. */
    static @Nullable String id(HttpServletRequest request, String name) {
        String id = typed(request, name);
        return id.isEmpty() ? null : id;
    }
}
