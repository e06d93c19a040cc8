package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.vocabulary.TextDigest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Texts that events name by their digests, byte for byte, for those who may read a record that names them. */
@Hidden
@RestController
final class TextController {

    private static final String TEXTS = TextReads.TEXTS;
    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final TextReads texts;

    TextController(TextReads texts) {
        this.texts = texts;
    }

    @GetMapping("/api/v1/" + TEXTS + "/{digest}")
    ResponseEntity<byte[]> text(@PathVariable String digest, HttpServletRequest request, Actor actor) {
        byte[] utf8 = texts.text(actor, new TextDigest(digest), ReadQuery.onlyWaitForPosition(request));
        return ResponseEntity.ok()
                .contentType(PLAIN)
                .eTag("\"" + digest + "\"")
                .body(utf8);
    }
}
