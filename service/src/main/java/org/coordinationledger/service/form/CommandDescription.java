package org.coordinationledger.service.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A command and what it asks for.
 *
 * @param step the path step; null of the command that begins a record
 * @param words the message key that words it
 * @param events the stored names of the events that it may become; mostly one
 * @param fields in the order in which the paper has them; the record's id is not among them
 */
public record CommandDescription(
        @Nullable String step, String words, List<String> events, List<FieldDescription> fields) {

    /** All commands of all features. */
    public record All(List<Feature> features) {

        /** Those about records under a resource. */
        public Optional<Feature> under(String resource) {
            return features.stream()
                    .filter(feature -> feature.resource().equals(resource))
                    .findFirst();
        }
    }

    /**
     * All commands about records of one type.
     *
     * @param resource its name in addresses
     * @param begin the command that begins a record
     * @param steps the further commands
     * @param events what a {@link FieldKind#EVENT} may be: the fields of each event that can be corrected, by its name
     */
    public record Feature(
            String resource,
            CommandDescription begin,
            List<CommandDescription> steps,
            Map<String, List<FieldDescription>> events) {

        /** The description of a step. */
        public Optional<CommandDescription> step(String step) {
            return steps.stream().filter(one -> step.equals(one.step())).findFirst();
        }
    }
}
