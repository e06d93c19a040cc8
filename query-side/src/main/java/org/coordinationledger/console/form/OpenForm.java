package org.coordinationledger.console.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form that somebody has before them.
 *
 * @param id of the record; null where one begins
 * @param form what it asks; of a correction with what the chosen step holds in the place of the replacement
 * @param unasked what a correction says, without being asked, of the event that it puts in the place of a step: its stored
 *     name, and what the step said that forms do not ask; null of other forms
 * @param refused why the step cannot be taken now; null if it can
 * @param version of the record, which the step names; null where a record begins
 * @param held what may be chosen for a field because the record holds it
 * @param chosen whether the step to correct or to void is chosen, where the form is about one
 */
record OpenForm(
        String resource,
        @Nullable String id,
        CommandForm form,
        @Nullable ObjectNode unasked,
        @Nullable String refused,
        @Nullable Long version,
        Map<String, List<FormInput.Option>> held,
        boolean chosen) {

    String address() {
        return id == null ? FormPage.address(resource) : FormPage.address(resource, id, String.valueOf(form.step()));
    }

    /** What the command is called among the keys of words. */
    String command() {
        return form.words().substring(form.words().indexOf('.') + 1);
    }
}
