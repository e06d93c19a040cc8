package org.coordinationledger.auditor;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Locale;

/** One run of the command line. */
record Run(int code, String out, String err) {

    static Run of(Object... args) {
        return in(Locale.ENGLISH, args);
    }

    static Run in(Locale locale, Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        int code = Auditor.run(locale, new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Run(code, out.toString(), err.toString());
    }
}
