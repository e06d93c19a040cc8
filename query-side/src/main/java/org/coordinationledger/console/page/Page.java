package org.coordinationledger.console.page;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Role;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.service.problem.Messages;
import org.coordinationledger.view.export.Words;
import org.coordinationledger.view.title.Wording;
import org.coordinationledger.vocabulary.Dates;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What every page of the console is made with: who looks, in which language, at which times; words, and links that keep
 * the times.
 */
public final class Page {

    private static final DateTimeFormatter VIETNAMESE_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Messages messages;
    private final Locale language;
    private final @Nullable Actor actor;
    private final Function<Actor, Optional<String>> organisations;
    private final String address;
    private final PairOfTimes times;

    /** @param organisations what the organisation that somebody acts for is called now */
    Page(
            Messages messages,
            Locale language,
            @Nullable Actor actor,
            Function<Actor, Optional<String>> organisations,
            String address,
            PairOfTimes times) {
        this.messages = messages;
        this.language = language;
        this.actor = actor;
        this.organisations = organisations;
        this.address = address;
        this.times = times;
    }

    public Messages messages() {
        return messages;
    }

    public Locale language() {
        return language;
    }

    /** Its tag, as in {@code lang="vi"}. */
    public String lang() {
        return language.getLanguage();
    }

    /** The tag of the other language that there is. */
    public String otherLang() {
        return otherLanguage().getLanguage();
    }

    private Locale otherLanguage() {
        return Messages.LANGUAGES.stream()
                .filter(other -> !other.getLanguage().equals(lang()))
                .findFirst()
                .orElseThrow();
    }

    /** This page in the other language. */
    public Page inOtherLanguage() {
        return new Page(messages, otherLanguage(), actor, organisations, address, times);
    }

    /** Who is logged in; null on the page for logging in. */
    public @Nullable Actor actor() {
        return actor;
    }

    /** The organisation that somebody acts for, by its name now; where it is not recorded it says so, with its id. */
    public Piece actorOrganisation() {
        if (actor == null) {
            return Piece.of("");
        }
        String id = actor.organisation().value();
        return organisations
                .apply(actor)
                .map(name -> new Piece(name, record(OrganisationState.TYPE.resource(), id)))
                .orElseGet(() -> Piece.of(text("organisation.unrecorded", "id", id)));
    }

    /** Path and query of the page itself. */
    public String address() {
        return address;
    }

    public PairOfTimes times() {
        return times;
    }

    /** Whether whoever looks may see how the service runs. */
    public boolean operates() {
        return actor != null && (actor.role() == Role.ADMINISTRATOR || actor.role() == Role.AUDITOR);
    }

    /** Whether the page shows what is so at times that can be chosen. */
    public boolean timed() {
        return actor != null && !under("/console/forms") && !under("/console/operations")
                && !under("/console/import") && !under("/console/log");
    }

    /** Whether the page lies under a path of the console, so that its place in the navigation is marked. */
    public boolean under(String path) {
        return address.equals(path) || address.startsWith(path + "/") || address.startsWith(path + "?");
    }

    /** What the console says; the key goes without its prefix. */
    public String text(String key) {
        return messages.text("console." + key, language);
    }

    /** The same with data in it, given as name, value, name, value. */
    public String text(String key, Object... data) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < data.length; i += 2) {
            named.put((String) data[i], data[i + 1]);
        }
        return messages.text("console." + key, language, named);
    }

    /** The words that lists and files have too. */
    Words words() {
        return new Words(messages, language);
    }

    /** The word under a prefix, or the bare code where there is none. */
    public String word(String prefix, String code) {
        return words().word(prefix, code);
    }

    /** Words and days as the page writes them. */
    public Wording wording() {
        return new Wording(messages, language);
    }

    /** What a constant is called. */
    public String word(Enum<?> constant) {
        return words().word(constant);
    }

    /** What a field of records of a kind is called, as the first word of a line. */
    public String field(String resource, String field) {
        return capital(words().field(resource, field));
    }

    /** What records of a kind are called, as the first word of a line. */
    public String resource(String resource) {
        return capital(words().resource(resource));
    }

    /** What documents of a kind are called, as the first word of a line. */
    public String document(String kind) {
        return capital(words().document(kind));
    }

    /** With a capital first letter. */
    public String capital(String words) {
        return wording().capital(words);
    }

    public String date(@Nullable LocalDate day) {
        return day == null ? "" : wording().day(day);
    }

    /** The same of a day in the form YYYY-MM-DD. */
    public String date(String day) {
        return date(LocalDate.parse(day));
    }

    /** A record in a field as people read it, without the id by which it is known. */
    public String recordTitle(@Nullable String field) {
        return field == null ? "" : RecordField.titleIn(field);
    }

    /** A month that is in the form YYYY-MM, as people write it: 03/2020. */
    public String month(String month) {
        return Wording.month(YearMonth.parse(month));
    }

    /** A moment at the hours of Viet Nam. */
    public String time(Instant moment) {
        return date(LocalDate.ofInstant(moment, Dates.ZONE)) + " " + TIME.format(moment.atZone(Dates.ZONE));
    }

    public String number(Number number) {
        NumberFormat format = NumberFormat.getInstance(language);
        format.setMaximumFractionDigits(6);
        return format.format(number instanceof BigDecimal || number instanceof Long ? number : number.doubleValue());
    }

    /** A link within the console that keeps the times. */
    public String link(String path) {
        return link(path, Map.of());
    }

    /** The same with further parameters; those without a value are left out. */
    public String link(String path, Map<String, ?> parameters) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        times.parameters().forEach((name, value) -> add(link, name, value));
        parameters.forEach((name, value) -> add(link, name, value));
        return link.build().toUriString();
    }

    /** A link to a file of what the API answers at an address, at the times and with the filters of this page. */
    public String file(String path, String format) {
        UriComponentsBuilder link = UriComponentsBuilder.fromUriString(address)
                .replacePath(path)
                .replaceQueryParam(PairOfTimes.COMPARED_WITH)
                .replaceQueryParam("after")
                .replaceQueryParam("step");
        add(link, "format", format);
        return link.build().toUriString();
    }

    /** The same with these parameters in place of the filters of this page. */
    public String file(String path, Map<String, ?> parameters) {
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(path);
        times.withoutComparison().parameters().forEach((name, value) -> add(link, name, value));
        parameters.forEach((name, value) -> add(link, name, value));
        return link.build().toUriString();
    }

    /** A link to a record. */
    public String record(String resource, String id) {
        return link("/console/records/" + resource + "/" + id);
    }

    /** A link to a step of a record, the first being 1. */
    public String step(String resource, String id, long number) {
        return link("/console/records/" + resource + "/" + id, Map.of("step", number)) + "#life";
    }

    /** This page as if it looked at another day, for links from what is shown of that day. */
    public Page on(LocalDate day) {
        PairOfTimes then = new PairOfTimes(day.toString(), times.knownOn(), times.comparedWith());
        return new Page(messages, language, actor, organisations, address, then);
    }

    /** The same for a page with another address. */
    Page of(String otherAddress) {
        return new Page(messages, language, actor, organisations, otherAddress, times);
    }

    /** This page with another value of one parameter. */
    public String with(String name, @Nullable Object value) {
        UriComponentsBuilder link = UriComponentsBuilder.fromUriString(address).replaceQueryParam(name);
        add(link, name, value);
        return link.build().toUriString();
    }

    /** The chosen day as people write it; empty for today. */
    public String effectiveOnTyped() {
        return typed(times.effectiveOn());
    }

    /** What was known on this day or at this position; empty for now. */
    public String knownOnTyped() {
        return typed(times.knownOn());
    }

    /** The day that is compared with; empty for none. */
    public String comparedWithTyped() {
        return typed(times.comparedWith());
    }

    private String typed(@Nullable String value) {
        if (value == null) {
            return "";
        }
        return value.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(value).format(VIETNAMESE_DAY) : value;
    }

    /** The places that the header leads to. */
    public List<Navigation.Place> places() {
        return Navigation.PLACES;
    }

    /** This page today, as known now. */
    public String today() {
        return at(PairOfTimes.NOW);
    }

    /** This page at other times. */
    public String at(PairOfTimes others) {
        UriComponentsBuilder link = UriComponentsBuilder.fromUriString(address);
        PairOfTimes.NAMES.forEach(link::replaceQueryParam);
        others.parameters().forEach((name, value) -> add(link, name, value));
        return link.build().toUriString();
    }

    private static void add(UriComponentsBuilder link, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            link.replaceQueryParam(name, UriUtils.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }
}
