package org.coordinationledger.service.personaldata;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.vocabulary.MemberId;

/**
 * Seals members' personal data under one data key per member, and opens them. Erasing the key erases the data wherever a
 * copy lies; what was recorded, and every hash over it, stays as it is.
 */
public interface PersonalDataVault {

    /**
     * Seals with the member's key, which is made when there is none. Who seals for a registration that is then refused
     * MUST {@link #forget}.
     *
     * @throws org.coordinationledger.rejection.RejectedException with
     *     {@link org.coordinationledger.member.event.MemberRejection.PersonalDataErased} if the key was erased
     */
    PersonalData.Sealed seal(MemberId member, PersonalData.Clear data);

    /**
     * Seals any number of data with one key as {@link #seal} does, and counts as sealing once: who needs a key for a while
     * can {@link #forget} it then.
     */
    default List<PersonalData.Sealed> sealAll(MemberId member, List<PersonalData.Clear> data) {
        return data.stream().map(one -> seal(member, one)).toList();
    }

    /**
     * Opens; empty once the key is erased. Whoever shows the result to somebody MUST go through
     * {@link PersonalDataReads} instead, which keeps who read what.
     *
     * @throws TamperedPersonalDataException if the data are not what was sealed for this member
     */
    Optional<PersonalData.Clear> open(MemberId member, PersonalData.Sealed data);

    /** Opens for several members at once, at most {@value #MOST_AT_ONCE}; those whose key is erased are left out. */
    Map<MemberId, PersonalData.Clear> openAll(Map<MemberId, PersonalData.Sealed> data);

    /** Destroys the member's key for ever: no key is made for this member again. Repeating it changes nothing. */
    void erase(MemberId member);

    /**
     * Drops the key of a member whose registration was refused. It stays if it sealed more than once, since another
     * request may have recorded what it sealed.
     */
    void forget(MemberId member);

    /** Most members that one call opens for. */
    int MOST_AT_ONCE = 1_000;
}
