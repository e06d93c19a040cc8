package org.coordinationledger.view.list;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.vocabulary.Dates;

/**
 * Where the next page of a list begins. It pins the position at which the list is read, so that its pages agree, and
 * what was asked for, so that it cannot be used for another list.
 *
 * @param knownAt the position at which all pages are read
 * @param effectiveOn the day that all pages are of
 * @param asked stands for the list that was asked for
 * @param sort the sort value of the last item of the page before, its resource where several features are listed; empty
 *     where the record id alone sorts
 * @param last the record, or the sequence, of that item
 */
public record Cursor(long knownAt, LocalDate effectiveOn, String asked, String sort, String last) {

    private static final String SEPARATOR = "\u0000";
    private static final int LONGEST = 2_000;

    /** Text that is safe in an address. */
    public String encoded() {
        String plain = String.join(SEPARATOR, Long.toString(knownAt), effectiveOn.toString(), asked, sort, last);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** The sequence of the last item; empty if the cursor was tampered with. */
    public Optional<Long> lastSequence() {
        return last.matches("[0-9]{1,9}") ? Optional.of(Long.valueOf(last)) : Optional.empty();
    }

    /** Reads an encoded cursor; empty if it is none, or belongs to another list. */
    public static Optional<Cursor> read(String encoded, String asked) {
        if (encoded.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            List<String> parts = new ArrayList<>(List.of(plain.split(SEPARATOR, -1)));
            if (parts.size() != 5 || !parts.get(2).equals(asked)) {
                return Optional.empty();
            }
            long knownAt = Long.parseLong(parts.get(0));
            LocalDate effectiveOn = Dates.plausible("effectiveOn", LocalDate.parse(parts.get(1)));
            return knownAt < -1
                    ? Optional.empty()
                    : Optional.of(new Cursor(knownAt, effectiveOn, asked, parts.get(3), parts.get(4)));
        } catch (IllegalArgumentException | DateTimeException | RejectedException e) {
            return Optional.empty();
        }
    }
}
