package org.coordinationledger.service.problem;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.coordinationledger.rejection.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A rejection as a request met it.
 *
 * @param field the path of the field it concerns, where the rejection itself does not know it
 * @param headers what the answer must carry besides
 */
record Refusal(Rejection rejection, @Nullable String field, HttpHeaders headers) {

    /** The members that every problem has; data of a rejection never take their place. */
    static final Set<String> STANDARD_MEMBERS = Set.of("type", "title", "status", "detail", "instance");

    static Refusal of(Rejection rejection) {
        return new Refusal(rejection, null, new HttpHeaders());
    }

    static Refusal in(@Nullable String field, Rejection rejection) {
        return new Refusal(rejection, field, new HttpHeaders());
    }

    Refusal with(HttpHeaders more) {
        return new Refusal(rejection, field, more);
    }

    HttpStatus status() {
        if (rejection instanceof ServiceRejection service) {
            return service.status();
        }
        return switch (rejection.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    /** The key under which the bundles hold its title and detail. */
    String messageKey() {
        return messageKey(rejection.code());
    }

    static String messageKey(String code) {
        return "problem." + code.replace('/', '.');
    }

    /** What the problem tells besides the standard members; no member is null. */
    Map<String, Object> data() {
        Map<String, Object> data = new TreeMap<>();
        if (rejection instanceof Record components) {
            RecordData.of(components).forEach((name, value) -> {
                if (value != null) {
                    data.put(name, value);
                }
            });
        }
        if (field != null) {
            data.put("field", field);
        }
        return data;
    }
}
