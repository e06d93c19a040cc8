package org.coordinationledger.demo;

import java.util.ArrayList;
import java.util.List;
import org.coordinationledger.demo.RecordPlanner.Item;
import org.coordinationledger.demo.RecordPlanner.Seat;
import org.coordinationledger.demo.Records.Recorded;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What the values in a scenario's steps stand for:
 *
 * <ul>
 *   <li>{@code "@key"}: the id of the organisation, document, member or record that the file calls so; {@code "@group/*"}
 *       in a list: the ids of all organisations of a group;
 *   <li>{@code "@each"}: the organisation that the record is made for; {@code "@each.under"} its superior,
 *       {@code "@each.post"} the post that covers it, {@code "@each.member"} the member whose cell it is,
 *       {@code "@each.heir"} who takes its place and
 *       {@code "@each.under.heir"} its superior's; {@code "@each.covers/*"} in a list: the heirs of all that it covers;
 *   <li>{@code {text: …}}: the digest of a text, which is stored first;
 *   <li>{@code {person: …}}: the code of somebody who is said as in {@code by};
 *   <li>{@code {sha256: …}}: the digest of lines that the record holds itself;
 *   <li>{@code {codes: HO-TG, of: 330}}: this record's share of so many codes, spread as evenly as the numbers allow;
 *   <li>{@code {inherited: [groups], by: …, lapsed: {record: reason}}}: what is handed over of these groups of records,
 *       as far as they are made for the organisation that this is made for;
 *   <li>{@code {number}} within a text: which of the records it is, from 1.
 * </ul>
 */
final class References {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String EACH = "@each";

    private final String file;
    private final Organisations organisations;
    private final Records records;
    private final Logins logins;

    References(String file, Organisations organisations, Records records, Logins logins) {
        this.file = file;
        this.organisations = organisations;
        this.records = records;
        this.logins = logins;
    }

    /** @param texts what must be stored before the value can be sent */
    record Found(ObjectNode value, List<JsonNode> texts) {}

    Found resolve(@Nullable JsonNode with, Item item) {
        List<JsonNode> texts = new ArrayList<>();
        if (with == null || with.isNull()) {
            return new Found(JSON.createObjectNode(), texts);
        }
        if (!with.isObject()) {
            throw new IllegalArgumentException("what a step says is not a list of fields");
        }
        return new Found(fields(with, item, texts), List.copyOf(texts));
    }

    private JsonNode resolve(JsonNode value, Item item, List<JsonNode> texts) {
        if (value.isString()) {
            String text = value.asString();
            return StringNode.valueOf(
                    text.startsWith("@") ? id(text, item) : text.replace("{number}", Integer.toString(item.number())));
        }
        if (value.isArray()) {
            ArrayNode all = JSON.createArrayNode();
            value.forEach(one -> {
                if (one.isString() && one.asString().equals(EACH + ".covers/*")) {
                    organisation(EACH, item).covers().stream()
                            .map(key -> organisations.heirOf(organisations.one(key)).id())
                            .distinct()
                            .forEach(all::add);
                } else if (one.isString() && one.asString().startsWith("@") && one.asString().endsWith("/*")) {
                    String group = one.asString().substring(1, one.asString().length() - 2);
                    organisations.entry(group).forEach(o -> all.add(o.id()));
                } else {
                    all.add(resolve(one, item, texts));
                }
            });
            return all;
        }
        if (value.isObject() && value.has("text") && value.size() == 1) {
            JsonNode text = resolve(value.get("text"), item, texts);
            texts.add(text);
            return StringNode.valueOf(TextDigest.of(text.asString()).value());
        }
        if (value.isObject() && value.has("sha256") && value.size() == 1) {
            return StringNode.valueOf(TextDigest.of(resolve(value.get("sha256"), item, texts).asString()).value());
        }
        if (value.isObject() && value.has("person") && value.size() == 1) {
            return StringNode.valueOf(login(value.get("person").asString(), item).person());
        }
        if (value.isObject() && value.has("codes")) {
            return codes(value, item);
        }
        if (value.isObject() && value.has("inherited")) {
            return handedOver(value, item);
        }
        if (value.isObject()) {
            return fields(value, item, texts);
        }
        return value;
    }

    private ObjectNode fields(JsonNode said, Item item, List<JsonNode> texts) {
        ObjectNode fields = JSON.createObjectNode();
        said.properties().forEach(field -> fields.set(field.getKey(), resolve(field.getValue(), item, texts)));
        return fields;
    }

    private static ArrayNode codes(JsonNode said, Item item) {
        List<Integer> shares = Spread.shares(said.path("of").asInt(), item.of());
        int before = shares.subList(0, item.number() - 1).stream().mapToInt(Integer::intValue).sum();
        ArrayNode codes = JSON.createArrayNode();
        for (int i = 1; i <= shares.get(item.number() - 1); i++) {
            codes.add("%s-%03d".formatted(said.path("codes").asString(), before + i));
        }
        return codes;
    }

    private ArrayNode handedOver(JsonNode said, Item item) {
        Organisation from = organisation(EACH, item);
        ArrayNode items = JSON.createArrayNode();
        for (JsonNode group : said.path("inherited")) {
            for (Recorded record : recordsOf(group.asString())) {
                if (!record.belongsTo(from)) {
                    continue;
                }
                ObjectNode one = items.addObject();
                one.putObject("record").put("resource", record.of()).put("id", record.id());
                String reason = said.path("lapsed").path(record.key()).asString("");
                if (reason.isEmpty()) {
                    one.put("outcome", "INHERITED").put("by", id(said.path("by").asString(), item));
                } else {
                    one.put("outcome", "LAPSED").put("reason", reason);
                }
            }
        }
        return items;
    }

    /** Records that are called so in this file or with their file in front. */
    List<Recorded> recordsOf(String name) {
        List<Recorded> here = records.entry(file + "/" + name);
        List<Recorded> found = here.isEmpty() ? records.entry(name) : here;
        if (found.isEmpty()) {
            throw new IllegalArgumentException("no records are called " + name + " further up");
        }
        return found;
    }

    /** The id that a reference stands for, with or without its {@code @}. */
    String id(String reference, Item item) {
        String name = reference.startsWith("@") ? reference : "@" + reference;
        if (name.equals(EACH + ".member")) {
            Seat seat = item.seat();
            if (seat == null) {
                throw new IllegalArgumentException(name + " stands for nothing: the record is not made for a member");
            }
            return Ids.of(seat.memberKey());
        }
        if (name.startsWith(EACH)) {
            return organisation(name, item).id();
        }
        String key = name.substring(1).replace("{number}", Integer.toString(item.number()));
        return records.find(file + "/" + key)
                .or(() -> records.find(key))
                .map(Recorded::id)
                .orElseGet(() -> organisations.one(key).id());
    }

    /** Somebody who is said as {@code border-guard records} or {@code @each.post decides}, or by the key of a person. */
    Login login(String said, Item item) {
        if (said.equals("administrator")) {
            return logins.administrator();
        }
        int space = said.lastIndexOf(' ');
        if (space < 0) {
            return logins.called(file + "/" + said);
        }
        String who = said.substring(0, space);
        String organisation = who.startsWith("@") ? organisation(who, item).key() : organisations.one(who).key();
        return switch (said.substring(space + 1)) {
            case "records" -> logins.recorderOf(organisation);
            case "decides" -> logins.deciderOf(organisation);
            default -> throw new IllegalArgumentException("by says neither records nor decides: " + said);
        };
    }

    /** The organisation that a reference stands for. */
    Organisation organisation(String reference, Item item) {
        if (!reference.startsWith(EACH)) {
            return organisations.one(reference.substring(1));
        }
        Organisation each = item.organisation();
        if (each == null) {
            throw new IllegalArgumentException(reference + " stands for nothing: the record is made for no organisation");
        }
        return switch (reference) {
            case EACH, EACH + ".cell" -> each;
            case EACH + ".heir" -> organisations.heirOf(each);
            case EACH + ".under.heir" -> organisations.heirOf(organisations.one(String.valueOf(each.under())));
            case EACH + ".under" -> organisations.one(String.valueOf(each.under()));
            case EACH + ".post" -> item.seat() == null ? organisations.postFor(each) : item.seat().post();
            default -> throw new IllegalArgumentException(reference + " stands for nothing");
        };
    }
}
