package org.coordinationledger.imports.command;

import java.util.List;
import org.coordinationledger.organisation.event.OrganisationKind;
import org.coordinationledger.service.form.FieldDescription;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file.
 *
 * @param name in the API, and of its heading among the words: {@code import.column.<name>}
 * @param path of the field of the step's body that it fills, such as {@code extent.amountVnd}
 * @param field what the step takes there
 * @param required whether a row that asks for the step must have it
 * @param kinds of organisations that may be meant; any where it is empty
 * @param under the column that names what the organisation stands under, by which it is told from others of its name
 */
record ImportColumn(
        String name,
        String path,
        FieldDescription field,
        boolean required,
        List<OrganisationKind> kinds,
        @Nullable String under) {

    private static final String PERSONAL_DATA = "personalData.";

    /** Whether it holds personal data, which are never shown or kept in clear. */
    boolean personal() {
        return path.startsWith(PERSONAL_DATA);
    }

    /** The key of its heading. */
    String words() {
        return "import.column." + name;
    }
}
