package org.coordinationledger.ledger;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Axon's Jackson 3 serializer, writing the stable names of {@link EventNames} in place of class names.
 *
 * <p>Use it for events only: commands, tokens and snapshots have no stable names. Axon reads an event's metadata with the
 * same serializer, under the name of their class.
 */
public final class NamedEventSerializer extends Jackson3Serializer {

    private final EventNames names;

    /**
     * @param builder Axon's own settings (mapper, converter, class loader)
     * @param names   the names to store events under
     */
    public NamedEventSerializer(Jackson3Serializer.Builder builder, EventNames names) {
        super(builder);
        this.names = names;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        if (type == null || Void.TYPE.equals(type) || Void.class.equals(type)) {
            return SimpleSerializedType.emptyType();
        }
        Class<?> eventClass = type;
        if (eventClass == MetaData.class) {
            return new SimpleSerializedType(MetaData.class.getName(), null);
        }
        return new SimpleSerializedType(names.nameOf(eventClass), names.revisionOf(eventClass));
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (SerializedType.emptyType().equals(type)) {
            return Void.class;
        }
        if (MetaData.class.getName().equals(type.getName())) {
            return MetaData.class;
        }
        return names.classOf(type.getName(), type.getRevision() == null ? "" : type.getRevision());
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        return classForType(type).getName();
    }
}
