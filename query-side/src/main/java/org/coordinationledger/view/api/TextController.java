package org.coordinationledger.view.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.service.text.TextStore;
import org.coordinationledger.vocabulary.TextDigest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Texts that events name by their digests, byte for byte. Read from where they are stored, so it waits for no view. */
@Hidden
@RestController
final class TextController {

    private static final String TEXTS = "texts";
    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final TextStore texts;

    TextController(TextStore texts) {
        this.texts = texts;
    }

    @GetMapping("/api/v1/" + TEXTS + "/{digest}")
    ResponseEntity<byte[]> text(@PathVariable String digest, HttpServletRequest request) {
        ReadQuery.requireNoParameters(request);
        return texts.find(new TextDigest(digest))
                .map(utf8 -> ResponseEntity.ok()
                        .contentType(PLAIN)
                        .eTag("\"" + digest + "\"")
                        .body(utf8))
                .orElseThrow(() -> new RejectedException(new ServiceRejection.UnknownRecord(TEXTS, digest)));
    }
}
