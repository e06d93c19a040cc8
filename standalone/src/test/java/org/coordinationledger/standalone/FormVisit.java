package org.coordinationledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.coordinationledger.standalone.PlainBrowser.Shown;
import org.coordinationledger.vocabulary.TextDigest;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody's way through one form: filled in, told what is wrong, put right, looked over, recorded. */
final class FormVisit {

    private static final String DO = "do";
    private static final String CHOOSE = "choose";
    private static final String TEXT = "text: ";
    private static final String NEW = ".new";

    private final PlainBrowser browser;
    private Shown shown;

    FormVisit(PlainBrowser browser, String address) {
        this.browser = browser;
        this.shown = browser.open(address);
        assertThat(shown.status()).as(shown.words()).isEqualTo(200);
    }

    PlainForm form() {
        return shown.form();
    }

    /** Goes on from the choice of a step that is to be corrected or voided. */
    void choose(String field, String sequence) {
        if (form().does(CHOOSE)) {
            PlainForm asking = form();
            asking.type(field, sequence);
            shown = browser.send(asking, DO, CHOOSE);
            assertThat(shown.status()).as(shown.words()).isEqualTo(200);
        }
    }

    /** Fills in fields, each in the form as it is then: where a list is too short, one more line is asked for first. */
    PlainForm fillIn(Map<String, String> typed) {
        PlainForm form = form();
        for (Map.Entry<String, String> field : typed.entrySet()) {
            form = longEnough(form, field.getKey());
            type(form, field.getKey(), field.getValue());
        }
        return form;
    }

    private static void type(PlainForm form, String name, String value) {
        if (!value.startsWith(TEXT)) {
            form.type(name, value);
        } else if (form.asks(name + NEW)) {
            if (form.asks(name)) {
                form.type(name, "");
            }
            form.type(name + NEW, value);
        } else {
            form.type(name, TextDigest.of(value).value());
        }
    }

    private PlainForm longEnough(PlainForm form, String name) {
        if (form.asks(name) || form.asks(name + NEW)) {
            return form;
        }
        String list = "";
        String path = name.substring("f.".length());
        for (int end = path.indexOf('.'); end >= 0; end = path.indexOf('.', end + 1)) {
            if (form.does("more:" + path.substring(0, end))) {
                list = path.substring(0, end);
            }
        }
        assertThat(list).as("a form that asks for " + name).isNotEmpty();
        Map<String, String> before = form.typed();
        shown = browser.send(form, DO, "more:" + list);
        assertThat(form().typed()).as("what was typed before one more line").containsAllEntriesOf(before);
        return longEnough(form(), name);
    }

    /** Sends a form with something wrong in it, which MUST be told at these fields while all that was typed stays. */
    void sendWrong(PlainForm form, Iterable<String> wrong) {
        shown = browser.send(form, DO, "check");
        assertThat(shown.status()).as(shown.words()).isEqualTo(422);
        for (String name : wrong) {
            assertTold(shown.page(), "f-" + name.substring("f.".length()).replace('.', '-'));
        }
        assertThat(filled(form())).as("what was typed").isEqualTo(filled(form));
    }

    private static Map<String, String> filled(PlainForm form) {
        Map<String, String> filled = new TreeMap<>(form.typed());
        filled.values().removeIf(String::isBlank);
        return filled;
    }

    private static void assertTold(Document page, String id) {
        assertThat(page.select("#errors a[href=#" + id + "]").text()).as("what is wrong at " + id).isNotBlank();
        assertThat(page.getElementById(id)).as("where the error leads").isNotNull();
        Element error = page.getElementById(id + "-error");
        assertThat(error).as("the error beside " + id).isNotNull();
        assertThat(page.select("[aria-invalid=true][aria-describedby~=(^|\\s)" + id + "-error($|\\s)]"))
                .as("the field that " + error.text() + " belongs to")
                .isNotEmpty();
    }

    /** Has a form looked over; what is refused then is an error of the test or of the form. */
    void check(PlainForm form) {
        shown = browser.send(form, DO, "check");
        assertThat(shown.status()).as(shown.errors().isEmpty() ? shown.words() : shown.errors()).isEqualTo(200);
        assertThat(form().does("record")).as(shown.words()).isTrue();
    }

    /** Records what was looked over and returns the record's page. */
    Shown record() {
        shown = browser.send(form(), DO, "record");
        assertThat(shown.status()).as(shown.errors().isEmpty() ? shown.words() : shown.errors()).isEqualTo(200);
        assertThat(shown.address()).startsWith("/console/records/");
        assertThat(shown.page().select(".note.done").text()).as(shown.words()).contains("Đã ghi");
        assertThat(shown.page().select("ol.life > li")).isNotEmpty();
        return shown;
    }
}
