package org.coordinationledger.member.event;

import java.util.function.Supplier;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Text;
import org.coordinationledger.vocabulary.ValueRejection;
import org.jspecify.annotations.Nullable;

/** What is known about a member as a person: in events only sealed, in clear only on its way in or out. */
public sealed interface PersonalData {

    /**
     * In clear. It MUST NOT be stored or logged; {@code toString} shows nothing of it.
     *
     * @param name at most 100 characters
     * @param rank at most 60 characters
     * @param contact at most 200 characters
     */
    record Clear(String name, @Nullable String rank, @Nullable String contact) implements PersonalData {
        public Clear {
            String given = Bounded.required("name", name);
            name = unseen(() -> Text.checkedLine(given, 100));
            String givenRank = rank;
            rank = givenRank == null ? null : unseen(() -> Text.checkedLine(givenRank, 60));
            String givenContact = contact;
            contact = givenContact == null ? null : unseen(() -> Text.checked(givenContact, 200));
        }

        /** Refusals are answered and logged, so they show nothing of the text. */
        private static String unseen(Supplier<String> checked) {
            try {
                return checked.get();
            } catch (RejectedException e) {
                throw e.rejection() instanceof ValueRejection.NotNormalized
                        ? new RejectedException(new ValueRejection.NotNormalized("…"))
                        : e;
            }
        }

        @Override
        public String toString() {
            return "Clear[…]";
        }
    }

    /**
     * AES-256-GCM under the member's own data key; without the key it is noise for ever.
     *
     * @param nonce base64 of 12 bytes, never used twice with one key
     * @param ciphertext base64 of ciphertext and 16-byte tag; the additional data is the member's id
     */
    record Sealed(String nonce, String ciphertext) implements PersonalData {}
}
