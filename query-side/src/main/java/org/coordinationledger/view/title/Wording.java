package org.coordinationledger.view.title;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.coordinationledger.service.problem.Messages;

/** Words, days and months as one language writes them. */
public record Wording(Messages messages, Locale language) {

    private static final DateTimeFormatter VIETNAMESE_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

    /** The word under a prefix, or the bare code where there is none. */
    public String word(String prefix, String code) {
        return messages.find(prefix + "." + code, language).orElse(code);
    }

    /** 31/05/2018, or 31 May 2018. */
    public String day(LocalDate day) {
        return day.format(
                language.getLanguage().equals(Messages.VIETNAMESE.getLanguage()) ? VIETNAMESE_DAY : ENGLISH_DAY);
    }

    /** 05/2018, in either language. */
    public static String month(YearMonth month) {
        return month.format(MONTH);
    }

    /** With a capital first letter. */
    public String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(language) + words.substring(1);
    }
}
