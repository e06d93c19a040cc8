package org.coordinationledger.command.api;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.actor.Competence;
import org.coordinationledger.command.record.CommandRejection;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.coordinationledger.service.text.TextStore;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes the texts that commands then name by their digests. Nothing is recorded in the ledger. */
@Hidden
@RestController
final class TextController {

    static final String PATH = "/api/v1/texts";

    private static final String PLAIN = "text/plain;charset=UTF-8";

    private final TextStore texts;

    TextController(TextStore texts) {
        this.texts = texts;
    }

    /**
     * A text that is stored.
     *
     * @param digest what commands name it by
     * @param bytes how many bytes it has in UTF-8
     */
    record StoredText(TextDigest digest, int bytes) {}

    @PostMapping(PATH)
    ResponseEntity<StoredText> store(
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
            @RequestBody(required = false) byte @Nullable [] body,
            Actor actor) {
        requireWriting(actor);
        requirePlain(contentType);
        TextStore.Stored stored = texts.store(body == null ? new byte[0] : body);
        URI location = URI.create(PATH + "/" + stored.digest());
        return (stored.repeated() ? ResponseEntity.ok().location(location) : ResponseEntity.created(location))
                .body(new StoredText(stored.digest(), stored.bytes()));
    }

    /** Whoever may take steps of some kind may bring the texts that they name. */
    private static void requireWriting(Actor actor) {
        List<Competence> writing = List.of(Competence.RECORD, Competence.INSPECT);
        if (writing.stream().noneMatch(actor.role()::isCompetentFor)) {
            throw new RejectedException(
                    new CommandRejection.RoleNotCompetent(actor.role().name(), Competence.RECORD.name()));
        }
    }

    private static void requirePlain(@Nullable String contentType) {
        if (contentType == null || !isPlain(contentType)) {
            throw new RejectedException(new ServiceRejection.UnsupportedMediaType(
                    contentType == null ? "" : CommandController.excerpt(contentType), List.of(PLAIN)));
        }
    }

    private static boolean isPlain(String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            return MediaType.TEXT_PLAIN.equalsTypeAndSubtype(type)
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
