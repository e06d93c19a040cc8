package org.coordinationledger.standalone;

import com.mongodb.ConnectionString;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the ledger is kept.
 *
 * @param mongodbUri the MongoDB to keep it in, with the name of the database, or null for the embedded store
 */
record Store(@Nullable String mongodbUri) {

    private static final String ENVIRONMENT = "MONGODB_URI";
    private static final Pattern URI = Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)(?:/([^?]*))?(?:\\?(.*))?");

    /** The MongoDB that {@value #ENVIRONMENT} names, or the embedded store where it names none. */
    static Store ofService() {
        return new Store(environment());
    }

    /** A new database on the server that {@value #ENVIRONMENT} names, or a new embedded store. */
    static Store ofDemo() {
        String uri = environment();
        String now = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss_SSS").format(ZonedDateTime.now(ZoneOffset.UTC));
        return new Store(uri == null ? null : withDatabase(uri, "ledger_demo_" + now));
    }

    /** Names the store without the password that an address may hold. */
    String description() {
        String uri = mongodbUri;
        if (uri == null) {
            return "a new embedded store (good for a demonstration, not a system of record)";
        }
        ConnectionString parsed = new ConnectionString(uri);
        return "the database " + parsed.getDatabase() + " of MongoDB at " + String.join(", ", parsed.getHosts());
    }

    /** The same server with another database; who was authenticated by the old one still is. */
    static String withDatabase(String uri, String database) {
        Matcher parts = URI.matcher(uri);
        if (!parts.matches()) {
            throw new IllegalArgumentException(ENVIRONMENT + " is not the address of a MongoDB");
        }
        String options = Objects.requireNonNullElse(parts.group(3), "");
        String before = Objects.requireNonNullElse(parts.group(2), "");
        boolean authenticated = parts.group(1).contains("@");
        if (authenticated && !before.isEmpty() && !options.contains("authSource=")) {
            options = "authSource=" + before + (options.isEmpty() ? "" : "&" + options);
        }
        return parts.group(1) + "/" + database + (options.isEmpty() ? "" : "?" + options);
    }

    private static @Nullable String environment() {
        String uri = System.getenv(ENVIRONMENT);
        return uri == null || uri.isBlank() ? null : uri;
    }
}
