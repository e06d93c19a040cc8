package org.coordinationledger.service.problem;

import java.util.List;
import java.util.Set;
import org.coordinationledger.rejection.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Refusals that come from running as a service rather than from a rule of the domain. Their {@link #code()} has no
 * family in front: {@code unknown-field}, {@code stale-version}.
 *
 * <p>{@code field} is always a path into what was sent, such as {@code replacement.cells[2]}.
 */
public sealed interface ServiceRejection extends Rejection {

    /** The status of the answer; it takes the place of the one that {@link #kind()} would give. */
    default HttpStatus status() {
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }

    @Override
    default Kind kind() {
        return Kind.INVALID;
    }

    @Override
    default String code() {
        return codeOf(getClass());
    }

    /** The {@link #code()} of every rejection of this class. */
    static String codeOf(Class<? extends ServiceRejection> type) {
        return Rejection.codeOf(type).substring("service/".length());
    }

    /** A refusal for now: the same request may succeed later. Answered with 503 and {@code Retry-After}. */
    sealed interface Later extends ServiceRejection {

        /** After how many seconds asking again makes sense. */
        int retryAfterSeconds();

        @Override
        default HttpStatus status() {
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
    }

    // What was sent

    /** A property that nothing here is called; {@code known} are those allowed in its place. */
    record UnknownField(String field, List<String> known) implements ServiceRejection {}

    /** JSON of another type than the field takes; {@code expected} as in JSON Schema, or {@code date}. */
    record WrongType(String field, String expected) implements ServiceRejection {}

    /** A word that is none of those which the field takes. */
    record UnknownValue(String field, String given, List<String> known) implements ServiceRejection {}

    /** Not a day of the calendar, or not written as YYYY-MM-DD. */
    record ImpossibleDate(String field, String given) implements ServiceRejection {}

    record MissingField(String field) implements ServiceRejection {}

    /** Not JSON; line and column count from 1, and are 0 where they are not known. */
    record MalformedJson(int line, int column) implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.BAD_REQUEST;
        }
    }

    /** JSON that is nested too deep, or holds a number or name too long, to be read. */
    record JsonOutOfBounds() implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.BAD_REQUEST;
        }
    }

    record MissingBody() implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.BAD_REQUEST;
        }
    }

    /** A text whose bytes are not UTF-8. */
    record NotUtf8() implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.BAD_REQUEST;
        }
    }

    record BodyTooLarge(long mostBytes) implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
    }

    record UnknownParameter(String parameter, List<String> known) implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.BAD_REQUEST;
        }
    }

    /** A parameter of the address that cannot be read; {@code expected} names or shows the form it is written in. */
    record InvalidParameter(String parameter, String given, String expected) implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.BAD_REQUEST;
        }
    }

    record MissingParameter(String parameter) implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.BAD_REQUEST;
        }
    }

    /** A header that cannot be read; {@code expected} names or shows the form it is written in. */
    record InvalidHeader(String header, String given, String expected) implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.BAD_REQUEST;
        }
    }

    record MissingHeader(String header) implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.BAD_REQUEST;
        }
    }

    /** Anything else that is wrong with the request itself. */
    record BadRequest(HttpStatus status) implements ServiceRejection {}

    // What was asked for

    /** The address leads nowhere. */
    record UnknownResource(String path) implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.NOT_FOUND;
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record UnknownRecord(String resource, String id) implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.NOT_FOUND;
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }

    record MethodNotAllowed(String method, Set<String> allowed) implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.METHOD_NOT_ALLOWED;
        }
    }

    record UnsupportedMediaType(String given, List<String> supported) implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.UNSUPPORTED_MEDIA_TYPE;
        }
    }

    record NotAcceptable(List<String> supported) implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.NOT_ACCEPTABLE;
        }
    }

    // Who asks

    /** Nobody is named, or the password is wrong; which of them is not told. */
    record Unauthenticated() implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.UNAUTHORIZED;
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** A form that no page of the console made, or one that is too old to be known. */
    record FormOutOfDate() implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.FORBIDDEN;
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** The actor's role does not reach this; {@code role} is null where it does not matter. */
    record AccessDenied(@Nullable String role) implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.FORBIDDEN;
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    /** What is asked about an organisation is told only to those whose reading circle it lies in. */
    record OutsideReadingCircle(String organisation) implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.FORBIDDEN;
        }

        @Override
        public Kind kind() {
            return Kind.FORBIDDEN;
        }
    }

    // Repeated and concurrent requests

    /** {@code If-Match} names another version than the record has; both are sequences of its last event. */
    record StaleVersion(long expected, long actual) implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.PRECONDITION_FAILED;
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    /** The actor used this {@code Idempotency-Key} for a request with other content, recorded at {@code position}. */
    record IdempotencyKeyReused(String key, long position) implements ServiceRejection {}

    /** Others kept recording on the same records; nothing was recorded. */
    record TooManyConflicts(int retryAfterSeconds) implements Later {}

    // Limits of the ledger

    /** An event longer than an entry of the ledger can be. */
    record EntryTooLarge(int mostBytes) implements ServiceRejection {}

    /** More events at once than one commit takes. */
    record CommitTooLarge(int mostEvents, int mostBytes) implements ServiceRejection {}

    // For now

    /** More work than can be taken on; nothing was recorded. */
    record Overloaded(int retryAfterSeconds) implements Later {}

    /** The views have not come to the position that the request waits for. */
    record PositionNotReached(long position, long reached, int retryAfterSeconds) implements Later {}

    /** The entry is recorded, and no checkpoint covers it yet. */
    record NotSealedYet(long position, int retryAfterSeconds) implements Later {}

    /** The database cannot be reached; whether something was recorded, a repeated request with the same key tells. */
    record StoreUnreachable(int retryAfterSeconds) implements Later {}

    /** The side that decides commands cannot be reached from the one that shows pages; a form can be sent again as it is. */
    record CommandSideUnreachable(int retryAfterSeconds) implements Later {}

    /** The side that shows cannot be asked what figures came to; nothing was recorded. */
    record QuerySideUnreachable(int retryAfterSeconds) implements Later {}

    /**
     * The commit was sent and its outcome is not known; a repeated request with the same key tells it.
     *
     * @param key what the request is recorded under if it is: the client's key, or the one made in its place
     */
    record OutcomeUnknown(@Nullable String key, int retryAfterSeconds) implements Later {}

    /** This machine's clock and the database server's differ too much to record anything. */
    record ClockSkew(int retryAfterSeconds) implements Later {}

    /** It is not certain that the ledger is the one that was signed, so nothing is recorded until people have looked. */
    record LedgerUnverified(int retryAfterSeconds) implements Later {}

    /** A fault of the service. {@code incident} is under which it stands in the log, and all that leaves the server. */
    record InternalError(String incident) implements ServiceRejection {
        @Override
        public HttpStatus status() {
            return HttpStatus.INTERNAL_SERVER_ERROR;
        }
    }
}
