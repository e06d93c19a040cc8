package org.coordinationledger.service.problem;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The words of the product in Vietnamese and English, from {@code messages_vi.properties} and
 * {@code messages_en.properties}. Both have the same keys.
 *
 * <p>A text may hold placeholders: {@code {name}} stands for the datum of that name, {@code {name|prefix}} for the
 * words under {@code prefix.<datum>} (an event's name, an enum's constant, a problem's title), or the datum itself if
 * there are none, and {@code {name|number}} for a number as the language writes it. Lists are joined by commas; each
 * element that is a record is put in words by the text whose key is the list's own name appended to the text's key.
 */
@Component
public final class Messages {

    public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    /** In order of preference; the first is what somebody gets who asks for none of them. */
    public static final List<Locale> LANGUAGES = List.of(VIETNAMESE, Locale.ENGLISH);

    /** Stands where there is nothing to name. */
    private static final String NOTHING = "–";

    private static final String NUMBER = "number";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(?:\\|([\\w.-]+))?}");
    private static final DateTimeFormatter VIETNAMESE_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Map<Locale, ResourceBundle> bundles = LANGUAGES.stream()
            .collect(Collectors.toUnmodifiableMap(
                    UnaryOperator.identity(),
                    language -> ResourceBundle.getBundle(
                            "messages",
                            language,
                            ResourceBundle.Control.getNoFallbackControl(
                                    ResourceBundle.Control.FORMAT_PROPERTIES))));

    /** The text under a key, or empty if there is none. */
    public Optional<String> find(String key, Locale language) {
        ResourceBundle bundle = bundle(language);
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /**
     * The text under a key, which MUST exist.
     *
     * @throws MissingResourceException if it does not
     */
    public String text(String key, Locale language) {
        return bundle(language).getString(key);
    }

    /**
     * The text under a key with its placeholders filled; a placeholder without datum stays empty.
     *
     * @throws MissingResourceException if there is no such text
     */
    public String text(String key, Locale language, Map<String, ?> data) {
        Matcher matcher = PLACEHOLDER.matcher(text(key, language));
        return matcher.replaceAll(found -> Matcher.quoteReplacement(
                worded(data.get(found.group(1)), found.group(2), key + "." + found.group(1), language)));
    }

    /** What an enum's constant is called; its bare name if it has no words. */
    public String text(Enum<?> constant, Locale language) {
        return find("enum." + constant.getDeclaringClass().getSimpleName() + "." + constant.name(), language)
                .orElse(constant.name());
    }

    /** All keys of a language. */
    public Set<String> keys(Locale language) {
        return Set.copyOf(bundle(language).keySet());
    }

    /** The names of the data that a text has placeholders for. */
    public Set<String> placeholders(String key, Locale language) {
        return PLACEHOLDER
                .matcher(text(key, language))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    private ResourceBundle bundle(Locale language) {
        for (Locale known : LANGUAGES) {
            if (known.getLanguage().equals(language.getLanguage())) {
                return bundles.get(known);
            }
        }
        return bundles.get(VIETNAMESE);
    }

    private String worded(@Nullable Object datum, @Nullable String prefix, String itemKey, Locale language) {
        if (datum == null || datum instanceof Collection<?> none && none.isEmpty()) {
            return NOTHING;
        }
        if (datum instanceof Collection<?> list) {
            return list.stream()
                    .map(element -> worded(element, prefix, itemKey, language))
                    .collect(Collectors.joining(", "));
        }
        if (datum instanceof LocalDate day) {
            return language.getLanguage().equals("vi") ? day.format(VIETNAMESE_DAY) : day.toString();
        }
        if (datum instanceof Record item && find(itemKey, language).isPresent()) {
            return text(itemKey, language, RecordData.of(item));
        }
        if (datum instanceof Enum<?> constant && prefix == null) {
            return text(constant, language);
        }
        if (datum instanceof Number number && NUMBER.equals(prefix)) {
            return NumberFormat.getIntegerInstance(language).format(number);
        }
        String bare = datum.toString();
        if (prefix == null) {
            return bare;
        }
        String key = prefix + "." + bare.replace('/', '.');
        return find(key, language).or(() -> find(key + ".title", language)).orElse(bare);
    }
}
