package org.coordinationledger.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/**
 * The JSON form of events: what the ledger stores, what the API takes and gives. Properties in alphabetical order,
 * absent values left out, unknown properties refused, numbers in plain notation and never rounded, days as ISO 8601 text.
 */
public final class EventJson {

    private static final JsonMapper MAPPER = builder().build();

    private EventJson() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** A builder with the same settings, for mappers that need more. */
    public static JsonMapper.Builder builder() {
        return settingsOn(JsonMapper.builder());
    }

    /** Puts the same settings on a builder that somebody else made, and returns it. */
    public static JsonMapper.Builder settingsOn(JsonMapper.Builder builder) {
        builder.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .changeDefaultPropertyInclusion(
                        v -> v.withValueInclusion(JsonInclude.Include.NON_NULL));
        builder.addModule(new SimpleModule("days").addDeserializer(LocalDate.class, new DayReading()));
        Catalogue.eventTypes()
                .forEach(t -> builder.registerSubtypes(new NamedType(t.type(), t.name())));
        return builder;
    }
}
