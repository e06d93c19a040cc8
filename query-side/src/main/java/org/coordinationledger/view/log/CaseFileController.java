package org.coordinationledger.view.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import org.coordinationledger.actor.Actor;
import org.coordinationledger.evidence.CaseFile;
import org.coordinationledger.evidence.CaseTooLargeException;
import org.coordinationledger.view.api.RecordReads;
import org.coordinationledger.view.declaration.FeatureView;
import org.coordinationledger.view.export.ExportPlaces;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A record's whole evidence as one file, which the auditor's tool checks offline. */
@Tag(name = "log")
@RestController
@RequestMapping(path = "/api/v1")
final class CaseFileController {

    private static final String ZIP = "application/zip";

    private final RecordReads records;
    private final RecordCases cases;
    private final ExportPlaces places;

    CaseFileController(RecordReads records, RecordCases cases, ExportPlaces places) {
        this.records = records;
        this.cases = cases;
        this.places = places;
    }

    @Operation(operationId = "log.record.casefile", summary = "A record's case file: its entries with their proofs, texts, "
            + "checkpoint, keys and a page to read, in one zip file that auditor check verifies offline")
    @GetMapping(path = "/{resource}/{id}/casefile", produces = ZIP)
    ResponseEntity<byte[]> caseFile(
            @PathVariable String resource,
            @PathVariable String id,
            @Parameter(description = "A position that must be in the answer.") @RequestParam(defaultValue = "-1")
            long waitForPosition,
            HttpServletRequest request,
            Locale language,
            Actor actor)
            throws IOException {
        FeatureView<?> view = records.view(resource, request);
        ExportPlaces.Place place = places.take();
        try {
            ByteArrayOutputStream zip = new ByteArrayOutputStream();
            CaseFile.write(zip, cases.files(actor, view, id, waitForPosition, language.getLanguage()));
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(ZIP))
                    .cacheControl(CacheControl.noStore())
                    .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                            .filename(id.replaceAll("[^A-Za-z0-9-]", "_") + ".case.zip")
                            .build()
                            .toString())
                    .body(zip.toByteArray());
        } catch (CaseTooLargeException e) {
            throw RecordCases.tooLarge();
        } finally {
            place.close();
        }
    }
}
