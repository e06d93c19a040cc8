package org.coordinationledger.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a record stands in a field that people type into: by its title, with its id in square brackets where it is known
 * which record of that title is meant. In the page the title alone is seen; a hidden field beside it, whose name ends with
 * {@value #KNOWN}, holds both as long as the title is left as it is.
 */
public final class RecordField {

    /** The end of the name of the hidden field. */
    public static final String KNOWN = "~";

    private static final Pattern WITH_ID = Pattern.compile("(.*?)\\s*\\[([A-Za-z0-9-]{1,64})]\\s*", Pattern.DOTALL);

    private RecordField() {}

    /** A record whose id is known. */
    public static String typed(String id, String title) {
        return title + " [" + id + "]";
    }

    /** The id at the end, if there is one. */
    public static Optional<String> idIn(String text) {
        Matcher withId = WITH_ID.matcher(text);
        return withId.matches() ? Optional.of(withId.group(2)) : Optional.empty();
    }

    /** What is seen in the page. */
    public static String titleIn(String text) {
        Matcher withId = WITH_ID.matcher(text);
        return withId.matches() && !withId.group(1).isBlank() ? withId.group(1) : text;
    }

    /** What is meant by what a page sent of both fields: the known record, if its title was left as it is. */
    public static String meant(String seen, @Nullable String known) {
        return known != null && idIn(known).isPresent() && titleIn(known).strip().equals(seen.strip()) ? known : seen;
    }

    /** The same of the fields of a request; empty where nothing was sent. */
    public static String meant(HttpServletRequest request, String name) {
        return meant(Objects.requireNonNullElse(request.getParameter(name), ""), request.getParameter(name + KNOWN));
    }
}
