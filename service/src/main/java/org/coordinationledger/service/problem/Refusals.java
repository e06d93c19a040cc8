package org.coordinationledger.service.problem;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.coordinationledger.ledger.ClockSkewException;
import org.coordinationledger.ledger.CommitTooLargeException;
import org.coordinationledger.ledger.EntryTooLargeException;
import org.coordinationledger.ledger.LedgerBounds;
import org.coordinationledger.ledger.LedgerOverloadedException;
import org.coordinationledger.ledger.LedgerUnverifiedException;
import org.coordinationledger.ledger.OutcomeUnknownException;
import org.coordinationledger.rejection.RejectedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Finds the refusal behind an exception; the one list of what can go wrong between a request and its answer. */
final class Refusals {

    private static final int MOST_CAUSES = 10;

    /**
     * What a server answers while it changes: host unreachable, network time-out, shutdown in progress, majority reads
     * not available yet, primary stepped down, socket exception, not writable primary, interrupted at shutdown or by a
     * change of state, not primary no secondary ok, not primary or secondary.
     */
    private static final Set<Integer> CHANGING_SERVER =
            Set.of(6, 89, 91, 134, 189, 9001, 10107, 11600, 11602, 13435, 13436);

    /**
     * The refusal, or null if the exception is a fault of the service.
     *
     * @param bringsBody whether the request has a body, so that JSON that cannot be read is the sender's; what the
     *     ledger holds and cannot be read is a fault of the service
     */
    @Nullable Refusal of(Throwable failure, boolean bringsBody) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++, cause = cause.getCause()) {
            if (cause instanceof SerializationException) {
                return null;
            }
            Refusal refusal = direct(cause, bringsBody);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private static @Nullable Refusal direct(Throwable failure, boolean bringsBody) {
        if (failure instanceof RejectedException rejected) {
            return Refusal.in(rejected.field(), rejected.rejection());
        }
        if (failure instanceof JacksonException unread) {
            return bringsBody ? BindingRefusals.of(unread) : null;
        }
        Refusal refusal = ofLedger(failure);
        refusal = refusal == null ? ofSecurity(failure) : refusal;
        return refusal == null ? ofSpring(failure) : refusal;
    }

    private static @Nullable Refusal ofLedger(Throwable failure) {
        if (failure instanceof LedgerOverloadedException) {
            return Refusal.of(new ServiceRejection.Overloaded(1));
        }
        if (failure instanceof ConcurrencyException) {
            return Refusal.of(new ServiceRejection.TooManyConflicts(1));
        }
        if (failure instanceof EntryTooLargeException) {
            return Refusal.of(new ServiceRejection.EntryTooLarge(LedgerBounds.MAX_ENTRY_BYTES));
        }
        if (failure instanceof CommitTooLargeException) {
            return Refusal.of(new ServiceRejection.CommitTooLarge(
                    LedgerBounds.MAX_COMMIT_ENTRIES, LedgerBounds.MAX_COMMIT_BYTES));
        }
        if (failure instanceof ClockSkewException) {
            return Refusal.of(new ServiceRejection.ClockSkew(30));
        }
        if (failure instanceof LedgerUnverifiedException) {
            return Refusal.of(new ServiceRejection.LedgerUnverified(30));
        }
        if (failure instanceof OutcomeUnknownException) {
            return Refusal.of(new ServiceRejection.OutcomeUnknown(null, 5));
        }
        if (failure instanceof MongoException mongo && passesByItself(mongo)) {
            return Refusal.of(new ServiceRejection.StoreUnreachable(5));
        }
        return null;
    }

    /** Whether the driver met a server that is away, or one that gives up or takes over the lead of its replica set. */
    private static boolean passesByItself(MongoException failure) {
        return failure instanceof MongoTimeoutException
                || failure instanceof MongoSocketException
                || failure instanceof MongoServerUnavailableException
                || failure instanceof MongoConnectionPoolClearedException
                || failure instanceof MongoNotPrimaryException
                || failure instanceof MongoNodeIsRecoveringException
                || failure instanceof MongoCursorNotFoundException
                || CHANGING_SERVER.contains(failure.getCode());
    }

    private static @Nullable Refusal ofSecurity(Throwable failure) {
        if (failure instanceof AuthenticationException) {
            return Refusal.of(new ServiceRejection.Unauthenticated());
        }
        if (failure instanceof AccessDeniedException) {
            return Refusal.of(new ServiceRejection.AccessDenied(null));
        }
        return null;
    }

    private static @Nullable Refusal ofSpring(Throwable failure) {
        if (failure instanceof NoResourceFoundException missing) {
            return Refusal.of(new ServiceRejection.UnknownResource("/" + missing.getResourcePath()));
        }
        if (failure instanceof NoHandlerFoundException missing) {
            return Refusal.of(new ServiceRejection.UnknownResource(missing.getRequestURL()));
        }
        if (failure instanceof HttpRequestMethodNotSupportedException wrong) {
            String[] supported = Objects.requireNonNullElse(wrong.getSupportedMethods(), new String[0]);
            return Refusal.of(new ServiceRejection.MethodNotAllowed(wrong.getMethod(), new TreeSet<>(List.of(supported))))
                    .with(wrong.getHeaders());
        }
        if (failure instanceof HttpMediaTypeNotAcceptableException wrong) {
            return Refusal.of(new ServiceRejection.NotAcceptable(names(wrong.getSupportedMediaTypes())));
        }
        if (failure instanceof HttpMediaTypeNotSupportedException wrong) {
            return Refusal.of(new ServiceRejection.UnsupportedMediaType(
                    excerpt(Objects.toString(wrong.getContentType(), "")), names(wrong.getSupportedMediaTypes())));
        }
        if (failure instanceof HttpMessageNotReadableException && failure.getCause() == null) {
            return Refusal.of(new ServiceRejection.MissingBody());
        }
        if (failure instanceof MissingServletRequestParameterException missing) {
            return Refusal.of(new ServiceRejection.MissingParameter(missing.getParameterName()));
        }
        if (failure instanceof MissingRequestHeaderException missing) {
            return Refusal.of(new ServiceRejection.MissingHeader(missing.getHeaderName()));
        }
        if (failure instanceof MethodArgumentTypeMismatchException wrong) {
            return parameter(wrong);
        }
        if (failure instanceof InvalidParameterException) {
            return Refusal.of(new ServiceRejection.BadRequest(HttpStatus.BAD_REQUEST));
        }
        if (failure instanceof AsyncRequestTimeoutException) {
            return Refusal.of(new ServiceRejection.Overloaded(1));
        }
        if (failure instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
            return Refusal.of(ofStatus(response.getStatusCode().value()));
        }
        if (failure instanceof MultipartException) {
            return Refusal.of(new ServiceRejection.BadRequest(HttpStatus.BAD_REQUEST));
        }
        return null;
    }

    private static Refusal parameter(MethodArgumentTypeMismatchException wrong) {
        RejectedException rejected = rejectionIn(wrong);
        if (rejected != null) {
            return Refusal.in(wrong.getName(), rejected.rejection());
        }
        String given = excerpt(Objects.toString(wrong.getValue(), ""));
        return Refusal.of(
                new ServiceRejection.InvalidParameter(wrong.getName(), given, expected(wrong.getRequiredType())));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == LocalDate.class) {
            return "YYYY-MM-DD";
        }
        if (type != null && type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(" | "));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true | false";
        }
        boolean number = type != null && (type.isPrimitive() || Number.class.isAssignableFrom(type));
        return number ? "integer" : "text";
    }

    private static String excerpt(String given) {
        return given.length() <= 40 ? given : given.substring(0, 40) + "…";
    }

    private static @Nullable RejectedException rejectionIn(Throwable failure) {
        Throwable cause = failure.getCause();
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++, cause = cause.getCause()) {
            if (cause instanceof RejectedException rejected) {
                return rejected;
            }
        }
        return null;
    }

    /** For statuses that somebody else decided on. */
    static ServiceRejection ofStatus(int code) {
        HttpStatus status = HttpStatus.resolve(code);
        return new ServiceRejection.BadRequest(status == null ? HttpStatus.BAD_REQUEST : status);
    }

    private static List<String> names(List<MediaType> types) {
        return types.stream().map(MediaType::toString).distinct().toList();
    }
}
