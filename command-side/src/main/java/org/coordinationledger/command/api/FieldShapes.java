package org.coordinationledger.command.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coordinationledger.actor.Body;
import org.coordinationledger.agreement.event.ContentItem;
import org.coordinationledger.agreement.event.ContentPeriod;
import org.coordinationledger.agreement.event.PersonInCharge;
import org.coordinationledger.catalogue.Catalogue;
import org.coordinationledger.cellassignment.event.CommentPeriod;
import org.coordinationledger.cellmeeting.event.MeetingMonth;
import org.coordinationledger.command.record.RecordCommand;
import org.coordinationledger.informationexchange.event.ExchangeTopic;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.organisation.event.OrganisationState;
import org.coordinationledger.organisation.event.TermName;
import org.coordinationledger.programme.event.Indicator;
import org.coordinationledger.reminder.event.Awaited;
import org.coordinationledger.reminder.event.Remark;
import org.coordinationledger.review.event.FrozenFigure;
import org.coordinationledger.service.form.FieldDescription;
import org.coordinationledger.service.form.FieldKind;
import org.coordinationledger.timeline.RecordEvent;
import org.coordinationledger.vocabulary.DocumentNumber;
import org.coordinationledger.vocabulary.FigureName;
import org.coordinationledger.vocabulary.HouseholdCode;
import org.coordinationledger.vocabulary.MemberCode;
import org.coordinationledger.vocabulary.Name;
import org.coordinationledger.vocabulary.PartKey;
import org.coordinationledger.vocabulary.PersonCode;
import org.coordinationledger.vocabulary.Quantity;
import org.coordinationledger.vocabulary.Reason;
import org.coordinationledger.vocabulary.RecordId;
import org.coordinationledger.vocabulary.RecordReference;
import org.coordinationledger.vocabulary.Subject;
import org.coordinationledger.vocabulary.TextDigest;
import org.coordinationledger.vocabulary.Unit;
import org.coordinationledger.vocabulary.WitnessKey;
import org.jspecify.annotations.Nullable;

/** The fields of a body by the types that it is read into: what can be known without reading one. */
final class FieldShapes {

    private static final Map<FieldKind, List<Class<?>>> TYPES = Map.ofEntries(
            Map.entry(FieldKind.TEXT, List.of(
                    String.class, Name.class, Subject.class, Reason.class, Remark.class, Awaited.class, MemberCode.class,
                    Unit.class, TermName.class, Indicator.class, ContentItem.class, ExchangeTopic.class, PersonInCharge.class)),
            Map.entry(FieldKind.DATE, List.of(LocalDate.class)),
            Map.entry(FieldKind.FLAG, List.of(boolean.class, Boolean.class)),
            Map.entry(FieldKind.NUMBER, List.of(int.class, Integer.class, long.class, Long.class)),
            Map.entry(FieldKind.QUANTITY, List.of(Quantity.class)),
            Map.entry(FieldKind.MONTH, List.of(MeetingMonth.class)),
            Map.entry(FieldKind.YEAR_OR_QUARTER, List.of(CommentPeriod.class)),
            Map.entry(FieldKind.YEAR_OR_TWO, List.of(ContentPeriod.class)),
            Map.entry(FieldKind.ANY_RECORD, List.of(RecordReference.class)),
            Map.entry(FieldKind.PART, List.of(PartKey.class)),
            Map.entry(FieldKind.PERSON, List.of(PersonCode.class)),
            Map.entry(FieldKind.HOUSEHOLD, List.of(HouseholdCode.class)),
            Map.entry(FieldKind.FIGURE, List.of(FigureName.class)),
            Map.entry(FieldKind.DOCUMENT_NUMBER, List.of(DocumentNumber.class)),
            Map.entry(FieldKind.DIGEST, List.of(TextDigest.class)),
            Map.entry(FieldKind.WITNESS_KEY, List.of(WitnessKey.class)),
            Map.entry(FieldKind.EVENT, List.of(RecordEvent.class)));

    /** What a frozen figure is of: nearly always an organisation, and told as one. */
    private static final String SCOPE = "scope";

    private static final Map<Class<?>, FieldKind> KINDS = new HashMap<>();

    static {
        TYPES.forEach((kind, types) -> types.forEach(type -> KINDS.put(type, kind)));
    }

    private FieldShapes() {}

    /** The fields of a command's body, with the acting body, which every command takes. */
    static List<FieldDescription> ofCommand(Class<? extends RecordCommand> command) {
        List<FieldDescription> fields = new ArrayList<>(ofRecord(command));
        fields.removeIf(field -> field.name().equals(CommandBinding.ID));
        fields.add(code(CommandBinding.ACTING_BODY, Body.class));
        return fields;
    }

    /**
     * The fields that a record is read from, in the order of its components.
     *
     * @throws IllegalStateException if a component is of a type that no form can ask for
     */
    static List<FieldDescription> ofRecord(Class<?> record) {
        return Arrays.stream(record.getRecordComponents()).map(FieldShapes::of).toList();
    }

    /** What a single value would be written into; null if it is none that a form asks for as one. */
    static @Nullable FieldDescription ofValue(String name, Class<?> type) {
        boolean single = KINDS.containsKey(type) || RecordId.class.isAssignableFrom(type);
        return single ? of(name, type) : null;
    }

    private static FieldDescription of(RecordComponent component) {
        if (component.getDeclaringRecord() == FrozenFigure.class && component.getName().equals(SCOPE)) {
            return new FieldDescription(SCOPE, FieldKind.RECORD).ofResource(OrganisationState.TYPE.resource());
        }
        Type type = component.getGenericType();
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return of(component.getName(), (Class<?>) list.getActualTypeArguments()[0])
                    .manyOf(new FieldDescription.Several(0, null));
        }
        return of(component.getName(), component.getType());
    }

    private static FieldDescription of(String name, Class<?> type) {
        FieldKind kind = KINDS.get(type);
        if (kind != null) {
            return new FieldDescription(name, kind);
        }
        if (type.isEnum()) {
            return code(name, type);
        }
        if (RecordId.class.isAssignableFrom(type)) {
            FieldDescription field = new FieldDescription(name, FieldKind.RECORD);
            return Catalogue.recordType(type.getSimpleName().replaceFirst("Id$", ""))
                    .map(named -> field.ofResource(named.resource()))
                    .orElse(field);
        }
        if (type == PersonalData.Sealed.class) {
            return of(name, PersonalData.Clear.class);
        }
        if (type.isRecord() && type.getRecordComponents().length > 1) {
            return new FieldDescription(name, FieldKind.GROUP).of(ofRecord(type));
        }
        throw new IllegalStateException("no kind of field for " + type);
    }

    private static FieldDescription code(String name, Class<?> type) {
        List<String> codes = Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
        return new FieldDescription(name, FieldKind.CODE).ofCodes(codes, "enum." + type.getSimpleName());
    }
}
