package org.coordinationledger.service.problem;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.catalogue.EventType;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.vocabulary.ValueRejection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Tells apart why JSON that was sent could not be read as what it was meant to be. */
final class BindingRefusals {

    private static final int LONGEST_ECHO = 40;

    private BindingRefusals() {}

    /** The refusal, or null if the failure is not the sender's. */
    static @Nullable Refusal of(JacksonException failure) {
        String path = path(failure.getPath());
        RejectedException rejected = rejectionIn(failure);
        if (rejected != null) {
            return valueRefused(path, rejected);
        }
        if (failure instanceof StreamConstraintsException) {
            return Refusal.of(new ServiceRejection.JsonOutOfBounds());
        }
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return Refusal.of(new ServiceRejection.UnknownField(path, names(unknown.getKnownPropertyIds())));
        }
        if (failure instanceof InvalidTypeIdException unknown) {
            return typeRefused(path, unknown);
        }
        if (failure instanceof InvalidFormatException wrong) {
            return formatRefused(path, wrong);
        }
        if (failure instanceof MismatchedInputException mismatch) {
            return mismatchRefused(path, mismatch);
        }
        if (failure instanceof InputCoercionException wrong) {
            return Refusal.of(new ServiceRejection.WrongType(path, expected(wrong.getTargetType())));
        }
        if (failure instanceof StreamReadException) {
            return malformed(failure.getLocation());
        }
        return null;
    }

    private static Refusal valueRefused(String path, RejectedException rejected) {
        if (rejected.rejection() instanceof ValueRejection.Missing missing) {
            return Refusal.of(new ServiceRejection.MissingField(below(path, missing.component())));
        }
        String component = rejected.field();
        String field = component == null ? path : below(path, component);
        return Refusal.in(field.isEmpty() ? null : field, rejected.rejection());
    }

    private static Refusal typeRefused(String path, InvalidTypeIdException unknown) {
        String field = below(path, "event");
        if (unknown.getTypeId() == null) {
            return Refusal.of(new ServiceRejection.MissingField(field));
        }
        Class<?> base = unknown.getBaseType().getRawClass();
        List<String> known = Catalogue.eventTypes().stream()
                .filter(type -> base.isAssignableFrom(type.type()))
                .map(EventType::name)
                .toList();
        return Refusal.of(new ServiceRejection.UnknownValue(field, excerpt(unknown.getTypeId()), known));
    }

    private static Refusal formatRefused(String path, InvalidFormatException wrong) {
        Class<?> target = wrong.getTargetType();
        if (wrong.getValue() instanceof String given) {
            if (target == LocalDate.class) {
                return Refusal.of(new ServiceRejection.ImpossibleDate(path, excerpt(given)));
            }
            if (target != null && target.isEnum()) {
                List<String> known = Arrays.stream(target.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList();
                return Refusal.of(new ServiceRejection.UnknownValue(path, excerpt(given), known));
            }
        }
        return Refusal.of(new ServiceRejection.WrongType(path, expected(target)));
    }

    private static Refusal mismatchRefused(String path, MismatchedInputException mismatch) {
        Class<?> target = mismatch.getTargetType();
        String message = Objects.requireNonNullElse(mismatch.getOriginalMessage(), "");
        if (path.isEmpty() && message.startsWith("No content to map")) {
            return Refusal.of(new ServiceRejection.MissingBody());
        }
        if (message.startsWith("Trailing token")) {
            return malformed(mismatch.getLocation());
        }
        boolean absent = mismatch.getCurrentToken() == JsonToken.VALUE_NULL
                || mismatch.getCurrentToken() == JsonToken.END_OBJECT;
        if (absent && target != null && target.isPrimitive() || message.startsWith("Missing required creator")) {
            return Refusal.of(new ServiceRejection.MissingField(path));
        }
        return Refusal.of(new ServiceRejection.WrongType(path, expected(target)));
    }

    private static Refusal malformed(@Nullable TokenStreamLocation location) {
        return Refusal.of(
                location == null
                        ? new ServiceRejection.MalformedJson(0, 0)
                        : new ServiceRejection.MalformedJson(
                                Math.max(0, location.getLineNr()), Math.max(0, location.getColumnNr())));
    }

    private static @Nullable RejectedException rejectionIn(Throwable failure) {
        Throwable cause = failure.getCause();
        for (int depth = 0; cause != null && depth < 10; depth++, cause = cause.getCause()) {
            if (cause instanceof RejectedException rejected) {
                return rejected;
            }
        }
        return null;
    }

    private static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            String name = reference.getPropertyName();
            if (name == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(excerpt(name));
            }
        }
        return path.toString();
    }

    private static String below(String path, String component) {
        return path.isEmpty() ? component : path.endsWith(component) ? path : path + "." + component;
    }

    private static List<String> names(@Nullable Collection<Object> known) {
        return known == null ? List.of() : known.stream().map(Object::toString).sorted().toList();
    }

    /** As JSON Schema calls it, or {@code date}, {@code date-time}. */
    private static String expected(@Nullable Class<?> target) {
        if (target == null) {
            return "object";
        }
        if (target == LocalDate.class) {
            return "date";
        }
        if (target == Instant.class) {
            return "date-time";
        }
        if (target == boolean.class || target == Boolean.class) {
            return "boolean";
        }
        if (target == BigDecimal.class || target == double.class || target == Double.class) {
            return "number";
        }
        if (target.isPrimitive() || Number.class.isAssignableFrom(target) || target == BigInteger.class) {
            return "integer";
        }
        if (Collection.class.isAssignableFrom(target) || target.isArray()) {
            return "array";
        }
        boolean text = CharSequence.class.isAssignableFrom(target) || target.isEnum();
        return text || writtenAsText(target) ? "string" : "object";
    }

    private static boolean writtenAsText(Class<?> target) {
        return target.isRecord()
                && target.getRecordComponents().length == 1
                && target.getRecordComponents()[0].getType() == String.class;
    }

    private static String excerpt(String given) {
        return given.length() <= LONGEST_ECHO ? given : given.substring(0, LONGEST_ECHO) + "…";
    }
}
