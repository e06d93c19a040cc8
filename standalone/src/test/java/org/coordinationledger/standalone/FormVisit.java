package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coordinationledger.console.page.RecordField;
import org.coordinationledger.vocabulary.TextDigest;

/** Somebody's way through one form in a browser: filled in, told what is wrong, put right, looked over, recorded. */
final class FormVisit {

    private static final String CHOOSE = "choose";
    private static final String TEXT = "text: ";
    private static final String NEW = ".new";
    private static final int OK = 200;
    private static final int WRONG = 422;

    private final Visitor visitor;

    FormVisit(Visitor visitor, String address) {
        this.visitor = visitor;
        visitor.expect(WRONG);
        visitor.open(address);
    }

    private Locator form() {
        return visitor.page().locator("form.command");
    }

    private Locator field(String name) {
        return form().locator("[name='" + name + "']");
    }

    /** Whether the form asks for something under this name. */
    boolean asks(String name) {
        return field(name).count() > 0;
    }

    /** Whether the form has a button that does this. */
    private boolean does(String value) {
        return button(value).count() > 0;
    }

    private Locator button(String value) {
        return form().locator("button[name=do][value='" + value + "']:not(.hidden)");
    }

    /** What may be chosen for a field; none where it is typed. */
    @SuppressWarnings("unchecked")
    List<String> choices(String name) {
        return asks(name)
                ? (List<String>) field(name).evaluate("field => [...(field.options ?? [])].map(option => option.value)")
                : List.of();
    }

    /** What stands in the fields that are typed or chosen, by name; of a record that is known, with its id. */
    @SuppressWarnings("unchecked")
    Map<String, String> typed() {
        Map<String, String> all = (Map<String, String>) form().evaluate("""
                form => Object.fromEntries([...form.elements]
                    .filter(field => field.name.startsWith("f."))
                    .map(field => [field.name, field.value]))""");
        Map<String, String> typed = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            if (!name.endsWith(RecordField.KNOWN)) {
                typed.put(name, RecordField.meant(value, all.get(name + RecordField.KNOWN)));
            }
        });
        return typed;
    }

    /**
     * Fills in a field.
     *
     * @throws AssertionError if the form does not ask for it or does not offer the value
     */
    void type(String name, String value) {
        assertThat(asks(name)).as("that something asks for " + name).isTrue();
        List<String> choices = choices(name);
        if (choices.isEmpty()) {
            field(name).fill(value);
        } else {
            assertThat(choices).as("what %s offers", name).contains(value);
            field(name).selectOption(value);
        }
    }

    /** Goes on from the choice of a step that is to be corrected or voided. */
    void choose(String field, String sequence) {
        if (does(CHOOSE)) {
            type(field, sequence);
            send(CHOOSE, OK);
        }
    }

    /** Fills in fields, each in the form as it is then: where a list is too short, one more line is asked for first. */
    void fillIn(Map<String, String> fields) {
        fields.forEach((name, value) -> {
            makeLongEnough(name);
            typeOrAdd(name, value);
        });
    }

    private void typeOrAdd(String name, String value) {
        if (!value.startsWith(TEXT)) {
            type(name, value);
        } else if (asks(name + NEW)) {
            if (asks(name)) {
                type(name, "");
            }
            type(name + NEW, value);
        } else {
            type(name, TextDigest.of(value).value());
        }
    }

    private void makeLongEnough(String name) {
        while (!asks(name) && !asks(name + NEW)) {
            String list = "";
            String path = name.substring("f.".length());
            for (int end = path.indexOf('.'); end >= 0; end = path.indexOf('.', end + 1)) {
                if (does("more:" + path.substring(0, end))) {
                    list = path.substring(0, end);
                }
            }
            assertThat(list).as("a form that asks for " + name).isNotEmpty();
            Map<String, String> before = typed();
            send("more:" + list, OK);
            Map<String, String> after = typed();
            assertThat(after).as("what was typed before one more line").containsAllEntriesOf(before);
            assertThat(after).as("the form with one more line").hasSizeGreaterThan(before.size());
        }
    }

    private void send(String button, int status) {
        visitor.turn(() -> button(button).click());
        assertThat(visitor.status()).as(told()).isEqualTo(status);
    }

    /** What is told to be wrong; where nothing is, what people read on the page. */
    private String told() {
        Locator errors = visitor.page().locator("#errors");
        return errors.count() > 0 ? errors.innerText() : visitor.text();
    }

    /** Sends a form with something wrong in it, which MUST be told at these fields while all that was typed stays. */
    void sendWrong(Iterable<String> wrong) {
        Map<String, String> sent = filled();
        send("check", WRONG);
        for (String name : wrong) {
            assertTold("f-" + name.substring("f.".length()).replace('.', '-'));
        }
        assertThat(filled()).as("what was typed").isEqualTo(sent);
    }

    private Map<String, String> filled() {
        Map<String, String> filled = new TreeMap<>(typed());
        filled.values().removeIf(String::isBlank);
        return filled;
    }

    private void assertTold(String id) {
        Locator link = visitor.page().locator("#errors a[href='#" + id + "']");
        assertThat(link.count()).as("the error that leads to " + id).isOne();
        assertThat(link.innerText()).as("what is wrong at " + id).isNotBlank();
        Locator error = visitor.page().locator("#" + id + "-error");
        assertThat(error.count()).as("the error beside " + id).isOne();
        assertThat(error.isVisible()).as("that the error beside %s is seen", id).isTrue();
        assertThat(visitor.page().locator("[aria-invalid=true][aria-describedby~='" + id + "-error']").count())
                .as("the field that " + error.innerText() + " belongs to")
                .isOne();
        link.click();
        assertThat(visitor.page().evaluate("() => document.activeElement.id")).as("where the error leads").isEqualTo(id);
    }

    /** Has a form looked over; what is refused then is an error of the test or of the form. */
    void check() {
        send("check", OK);
        assertThat(does("record")).as(visitor.text()).isTrue();
    }

    /** Records what was looked over and returns the path of the record's page, which is shown then. */
    String record() {
        send("record", OK);
        assertThat(visitor.address()).startsWith("/console/records/");
        assertThat(visitor.page().locator(".note.done").innerText()).contains("Đã ghi");
        assertThat(visitor.page().locator("ol.life > li").count()).isPositive();
        return visitor.address().split("[?#]")[0];
    }
}
