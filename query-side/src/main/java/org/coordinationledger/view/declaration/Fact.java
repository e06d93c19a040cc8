package org.coordinationledger.view.declaration;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing about a record that lists, filters and figures need.
 *
 * @param name as in addresses ({@code filter.<name>}) and answers; frozen once a version is out
 * @param codes the constants of a {@link FactKind#CODE}; else empty
 * @param words the key under which the words of the codes stand, or null where there are no codes
 * @param target the resource of the records that it names, or null where it names none
 * @param of the value in a state, or null where there is none; MUST be a pure function
 */
public record Fact<S>(
        String name,
        FactKind kind,
        List<String> codes,
        @Nullable String words,
        @Nullable String target,
        Function<S, @Nullable Object> of) {}
