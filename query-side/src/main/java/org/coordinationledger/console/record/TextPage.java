package org.coordinationledger.console.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.service.text.TextStore;
import org.coordinationledger.vocabulary.TextDigest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A text that steps name by its digest, to be read. */
@Controller
public final class TextPage {

    private final TextStore texts;

    public TextPage(TextStore texts) {
        this.texts = texts;
    }

    @GetMapping("/console/texts/{digest}")
    String text(@PathVariable String digest, Model model) throws CharacterCodingException {
        byte[] utf8 = texts.find(new TextDigest(digest))
                .orElseThrow(() -> new RejectedException(new ServiceRejection.UnknownRecord("texts", digest)));
        model.addAttribute("digest", digest);
        model.addAttribute("bytes", utf8.length);
        model.addAttribute(
                "text", StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString());
        return "console/text";
    }
}
