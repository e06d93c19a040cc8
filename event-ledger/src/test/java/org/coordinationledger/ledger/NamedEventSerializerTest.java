package org.coordinationledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;

class NamedEventSerializerTest {

    record Opened(String by) {
    }

    private static final EventNames NAMES = new EventNames() {

        @Override
        public String nameOf(Class<?> eventClass) {
            if (eventClass != Opened.class) {
                throw new IllegalArgumentException("not an event: " + eventClass);
            }
            return "thing.opened";
        }

        @Override
        public String revisionOf(Class<?> eventClass) {
            return "2";
        }

        @Override
        public Class<?> classOf(String name, String revision) {
            if (!name.equals("thing.opened")) {
                throw new IllegalArgumentException("never stored: " + name);
            }
            return Opened.class;
        }
    };

    private final NamedEventSerializer serializer = new NamedEventSerializer(Jackson3Serializer.builder(), NAMES);

    @Test
    void an_event_is_written_under_its_stable_name() {
        SerializedObject<String> written = serializer.serialize(new Opened("A-1"), String.class);

        assertThat(written.getType().getName()).isEqualTo("thing.opened");
        assertThat(written.getType().getRevision()).isEqualTo("2");
        assertThat(written.getData()).isEqualTo("{\"by\":\"A-1\"}");
        Opened read = serializer.deserialize(written);
        assertThat(read).isEqualTo(new Opened("A-1"));
    }

    @Test
    void what_is_no_event_is_refused() {
        assertThatThrownBy(() -> serializer.serialize("text", String.class)).isInstanceOf(IllegalArgumentException.class);
        assertThat(serializer.classForType(SerializedType.emptyType())).isEqualTo(Void.class);
    }
}
