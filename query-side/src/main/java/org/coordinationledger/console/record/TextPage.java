package org.coordinationledger.console.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.view.api.TextReads;
import org.coordinationledger.vocabulary.TextDigest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A text that steps name by its digest, to be read. */
@Controller
public final class TextPage {

    private final TextReads texts;

    public TextPage(TextReads texts) {
        this.texts = texts;
    }

    @GetMapping("/console/texts/{digest}")
    String text(@PathVariable String digest, Actor actor, Model model) throws CharacterCodingException {
        byte[] utf8 = texts.text(actor, new TextDigest(digest), -1);
        model.addAttribute("digest", digest);
        model.addAttribute("bytes", utf8.length);
        model.addAttribute(
                "text", StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
        return "console/text";
    }
}
