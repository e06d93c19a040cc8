package org.coordinationledger.standalone;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Locale;
import org.coordinationledger.auditor.Auditor;

/** One run of the auditor's command line, in English. */
record AuditorRun(int code, String said) {

    static AuditorRun of(Object... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        return new AuditorRun(Auditor.run(Locale.ENGLISH, writer, writer, words), said.toString());
    }
}
