package org.coordinationledger.command.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.rejection.Rejection;
import org.coordinationledger.service.form.FieldDescription;
import org.coordinationledger.service.form.FieldKind;
import org.coordinationledger.vocabulary.ValueRejection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the types that a body is read into allow. They declare their limits in their constructors alone, so they are
 * asked: a body in which one field is missing, too long or too often is read, and the refusal tells the limit.
 */
final class FieldLimits {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Longer than any text, and more than any list, that a command takes. */
    private static final int TOO_LONG = 10_000;

    private static final int TOO_MANY = 300;

    private final ObjectNode complete;
    private final Consumer<ObjectNode> reading;

    /**
     * @param complete a body that has every field and is read without refusal
     * @param reading reads a body, or throws
     */
    FieldLimits(ObjectNode complete, Consumer<ObjectNode> reading) {
        this.complete = complete;
        this.reading = reading;
        reading.accept(complete.deepCopy());
    }

    /** The fields with their limits; they stand in the object that a path of names leads to. */
    List<FieldDescription> of(List<FieldDescription> fields, List<String> path) {
        List<FieldDescription> optional =
                fields.stream().filter(field -> refusal(field, path, null) == null).toList();
        return fields.stream().map(field -> limited(field, fields, optional, path)).toList();
    }

    private FieldDescription limited(
            FieldDescription field, List<FieldDescription> beside, List<FieldDescription> optional, List<String> path) {
        FieldDescription known = field.required(!optional.contains(field) && required(field, beside, optional, path));
        if (field.several() != null) {
            boolean some = refusal(field, path, JSON.arrayNode()) != null;
            known = known.required(some).manyOf(new FieldDescription.Several(some ? 1 : 0, most(field, path)));
        }
        if (field.fields() != null) {
            List<String> deeper = new ArrayList<>(path);
            deeper.add(field.name());
            known = known.of(of(field.fields(), deeper));
        }
        return switch (field.kind()) {
            case TEXT -> known.text(
                    refusal(field, path, text(field, "x\nx")) == null ? FieldKind.LONG_TEXT : FieldKind.TEXT,
                    longest(field, path));
            case DOCUMENT_NUMBER -> known.text(FieldKind.DOCUMENT_NUMBER, longest(field, path));
            default -> known;
        };
    }

    /** Whether a body without the field is refused, whichever codes stand beside it and whichever optional field is missing. */
    private boolean required(
            FieldDescription field, List<FieldDescription> beside, List<FieldDescription> optional, List<String> path) {
        for (FieldDescription other : optional) {
            if (refusal(path, fields -> fields.remove(List.of(field.name(), other.name()))) == null) {
                return false;
            }
        }
        for (FieldDescription other : beside) {
            boolean another = other != field && !other.name().equals(CommandBinding.ACTING_BODY);
            if (another && other.kind() == FieldKind.CODE && other.codes() != null) {
                for (String code : other.codes()) {
                    if (refusal(path, fields -> fields.put(other.name(), code).remove(field.name())) == null) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private @Nullable Integer most(FieldDescription field, List<String> path) {
        ArrayNode many = JSON.arrayNode();
        for (int i = 0; i < TOO_MANY; i++) {
            many.add(FieldSamples.one(field));
        }
        return rejection(refusal(field, path, many)) instanceof ValueRejection.TooMany bound ? bound.most() : null;
    }

    private @Nullable Integer longest(FieldDescription field, List<String> path) {
        return rejection(refusal(field, path, text(field, "x".repeat(TOO_LONG)))) instanceof ValueRejection.TooLong bound
                ? bound.longest()
                : null;
    }

    private static JsonNode text(FieldDescription field, String text) {
        JsonNode one = JSON.stringNode(text);
        return field.several() == null ? one : JSON.arrayNode().add(one);
    }

    /** Why the body is refused with another value of a field, or without the field where that is null; null if it is read. */
    private @Nullable RuntimeException refusal(FieldDescription field, List<String> path, @Nullable JsonNode value) {
        return refusal(path, fields -> {
            if (value == null) {
                fields.remove(field.name());
            } else {
                fields.set(field.name(), value);
            }
        });
    }

    private @Nullable RuntimeException refusal(List<String> path, Consumer<ObjectNode> change) {
        ObjectNode body = complete.deepCopy();
        JsonNode holder = body;
        for (String name : path) {
            holder = holder.get(name);
            holder = holder.isArray() ? holder.get(0) : holder;
        }
        change.accept((ObjectNode) holder);
        try {
            reading.accept(body);
            return null;
        } catch (RejectedException | JacksonException e) {
            return e;
        }
    }

    private static @Nullable Rejection rejection(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RejectedException rejected) {
                return rejected.rejection();
            }
        }
        return null;
    }
}
