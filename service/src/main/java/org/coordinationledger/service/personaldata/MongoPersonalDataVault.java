package org.coordinationledger.service.personaldata;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.member.event.MemberRejection;
import org.coordinationledger.member.event.PersonalData;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.vocabulary.Dates;
import org.coordinationledger.vocabulary.MemberId;

/** Keys in a MongoDB collection, wrapped as {@link KeyWrapping} says. */
final class MongoPersonalDataVault implements PersonalDataVault {

    private static final int KEY_BYTES = 32;
    private static final String ERASED_AT = KeyWrapping.ERASED_AT;
    private static final String SEALS = KeyWrapping.SEALS;

    private final MongoCollection<Document> keys;
    private final KeyWrapping wrapping;
    private final Clock clock;
    private final AesGcm aes = new AesGcm();

    MongoPersonalDataVault(MongoDatabase database, KeyEncryptionKeys wrappingKeys, Clock clock) {
        this.keys = KeyWrapping.collection(database);
        this.wrapping = new KeyWrapping(wrappingKeys);
        this.clock = clock;
    }

    @Override
    public PersonalData.Sealed seal(MemberId member, PersonalData.Clear data) {
        return sealed(member, keyFor(member), data);
    }

    @Override
    public List<PersonalData.Sealed> sealAll(MemberId member, List<PersonalData.Clear> data) {
        if (data.isEmpty()) {
            return List.of();
        }
        SecretKey key = keyFor(member);
        return data.stream().map(one -> sealed(member, key, one)).toList();
    }

    private PersonalData.Sealed sealed(MemberId member, SecretKey key, PersonalData.Clear data) {
        AesGcm.Box box = aes.seal(key, EventJson.mapper().writeValueAsBytes(data), member.value());
        Base64.Encoder base64 = Base64.getEncoder();
        return new PersonalData.Sealed(
                base64.encodeToString(box.nonce()), base64.encodeToString(box.ciphertext()));
    }

    @Override
    public Optional<PersonalData.Clear> open(MemberId member, PersonalData.Sealed data) {
        return Optional.ofNullable(openAll(Map.of(member, data)).get(member));
    }

    @Override
    public Map<MemberId, PersonalData.Clear> openAll(Map<MemberId, PersonalData.Sealed> data) {
        if (data.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("at most " + MOST_AT_ONCE + " at once, not " + data.size());
        }
        if (data.isEmpty()) {
            return Map.of();
        }
        List<String> ids = data.keySet().stream().map(MemberId::value).toList();
        Map<MemberId, PersonalData.Clear> opened = new HashMap<>();
        for (Document stored : keys.find(in("_id", ids))) {
            if (!stored.containsKey(ERASED_AT)) {
                MemberId member = new MemberId(stored.getString("_id"));
                opened.put(member, opened(member, wrapping.unwrapped(stored), data.get(member)));
            }
        }
        return Map.copyOf(opened);
    }

    @Override
    public void erase(MemberId member) {
        Date now = Date.from(clock.instant());
        boolean erased = false;
        while (!erased) {
            erased = keys.updateOne(
                                    and(eq("_id", member.value()), exists(ERASED_AT, false)),
                                    combine(
                                            set(ERASED_AT, now),
                                            unset(KeyWrapping.KEK),
                                            unset(KeyWrapping.NONCE),
                                            unset(KeyWrapping.WRAPPED),
                                            unset(SEALS)))
                            .getMatchedCount()
                    == 1
                    || entombed(member, now);
        }
    }

    /** Leaves the tombstone of a member without key; false if somebody has just made one. */
    private boolean entombed(MemberId member, Date now) {
        try {
            keys.insertOne(new Document("_id", member.value()).append(ERASED_AT, now));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return keys.countDocuments(and(eq("_id", member.value()), exists(ERASED_AT))) == 1;
        }
    }

    @Override
    public void forget(MemberId member) {
        keys.deleteOne(and(eq("_id", member.value()), exists(ERASED_AT, false), eq(SEALS, 1)));
    }

    private SecretKey keyFor(MemberId member) {
        byte[] fresh = aes.randomBytes(KEY_BYTES);
        while (true) {
            Document stored = keys.findOneAndUpdate(
                    eq("_id", member.value()),
                    inc(SEALS, 1),
                    new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
            if (stored != null) {
                Date erased = stored.getDate(ERASED_AT);
                if (erased != null) {
                    LocalDate since = LocalDate.ofInstant(erased.toInstant(), Dates.ZONE);
                    throw new RejectedException(new MemberRejection.PersonalDataErased(since));
                }
                return wrapping.unwrapped(stored);
            }
            try {
                keys.insertOne(wrapping.wrapped(member, fresh));
                return new SecretKeySpec(fresh, "AES");
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
            }
        }
    }

    private PersonalData.Clear opened(MemberId member, SecretKey key, PersonalData.Sealed data) {
        byte[] clear = decoded(data)
                .flatMap(box -> aes.open(key, box, member.value()))
                .orElseThrow(() -> new TamperedPersonalDataException(member));
        return EventJson.mapper().readValue(clear, PersonalData.Clear.class);
    }

    private static Optional<AesGcm.Box> decoded(PersonalData.Sealed data) {
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            return Optional.of(new AesGcm.Box(base64.decode(data.nonce()), base64.decode(data.ciphertext())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
