package org.coordinationledger.member.event;

import org.coordinationledger.vocabulary.Bounded;
import org.coordinationledger.vocabulary.Text;
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
            name = Text.checked(Bounded.required("name", name), 100);
            rank = rank == null ? null : Text.checked(rank, 60);
            contact = contact == null ? null : Text.checked(contact, 200);
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
