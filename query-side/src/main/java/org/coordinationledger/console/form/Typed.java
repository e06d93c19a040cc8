package org.coordinationledger.console.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coordinationledger.console.page.RecordField;

/**
 * What was typed into a form, by the path of the field, such as {@code parties.0} or {@code personalData.name}. Names
 * of fields begin with {@link #PREFIX} in the page, so that they are not taken for its times.
 */
final class Typed {

    /** Before the path of a field. */
    static final String PREFIX = "f.";

    private final Map<String, String> values;

    private Typed(Map<String, String> values) {
        this.values = values;
    }

    static Typed of(Map<String, String[]> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        parameters.forEach((name, all) -> {
            if (name.startsWith(PREFIX) && !name.endsWith(RecordField.KNOWN) && all.length > 0) {
                String[] known = parameters.getOrDefault(name + RecordField.KNOWN, new String[0]);
                String meant = RecordField.meant(all[0], known.length > 0 ? known[0] : null);
                values.put(name.substring(PREFIX.length()), meant.replace("\r\n", "\n"));
            }
        });
        return new Typed(values);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Without blanks around it; empty if nothing was typed. */
    String text(String path) {
        return values.getOrDefault(path, "").strip();
    }

    boolean has(String path) {
        return values.containsKey(path);
    }

    void put(String path, String value) {
        values.put(path, value);
    }

    /** Forgets what was typed into a field and what it is made of. */
    void remove(String path) {
        values.keySet().removeIf(name -> name.equals(path) || name.startsWith(path + "."));
    }

    /** Whether anything was typed into a field or what it is made of. */
    boolean any(String path) {
        return values.entrySet().stream()
                .anyMatch(value -> (value.getKey().equals(path) || value.getKey().startsWith(path + "."))
                        && !value.getValue().isBlank());
    }

    /** The places of a field that may be given several times, at most so many. */
    List<Integer> places(String path, int most) {
        Pattern place = Pattern.compile(Pattern.quote(path) + "\\.(\\d{1,4})(\\..*)?");
        TreeSet<Integer> places = new TreeSet<>();
        values.keySet().forEach(name -> {
            Matcher matcher = place.matcher(name);
            if (matcher.matches()) {
                places.add(Integer.valueOf(matcher.group(1)));
            }
        });
        return new ArrayList<>(places).subList(0, Math.min(most, places.size()));
    }

    /** All that was typed, for a page that brings it along. */
    Map<String, String> values() {
        return Map.copyOf(values);
    }
}
