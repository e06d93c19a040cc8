package org.coordinationledger.view.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.coordinationledger.view.export.CsvExport;
import org.coordinationledger.view.export.JsonLinesExport;
import org.coordinationledger.view.export.PdfExport;
import org.coordinationledger.view.export.XlsxExport;

/** Describes which reads are had as files too. */
final class ExportDescription {

    private static final String WHOLE = " As a file it is whole, without limit and after.";

    private ExportDescription() {}

    /** A read that is had as a table. */
    static void table(OpenAPI api, String path) {
        Operation read = api.getPaths().get(path).getGet();
        tables(read);
        format(read, List.of("json", "csv", "xlsx"));
    }

    /** A read that is had as a table, and as JSON Lines. */
    static void tableAndLines(OpenAPI api, String path) {
        Operation read = api.getPaths().get(path).getGet();
        tables(read);
        content(read, JsonLinesExport.FORMAT, new StringSchema());
        format(read, List.of("json", "csv", "xlsx", "jsonl"));
    }

    /** A read that is had as a table, and for printing. */
    static void document(OpenAPI api, String path) {
        Operation read = api.getPaths().get(path).getGet();
        tables(read);
        content(read, PdfExport.FORMAT, new StringSchema().format("binary"));
        format(read, List.of("json", "csv", "xlsx", "pdf"));
    }

    /** A read that is had for printing. */
    static void printed(OpenAPI api, String path) {
        Operation read = api.getPaths().get(path).getGet();
        content(read, PdfExport.FORMAT, new StringSchema().format("binary"));
        format(read, List.of("json", "pdf"));
    }

    private static void tables(Operation read) {
        content(read, CsvExport.FORMAT + ";charset=UTF-8", new StringSchema());
        content(read, XlsxExport.FORMAT, new StringSchema().format("binary"));
    }

    /** A read that is had as JSON Lines. */
    static void lines(OpenAPI api, String path) {
        Operation read = api.getPaths().get(path).getGet();
        content(read, JsonLinesExport.FORMAT, new StringSchema());
        format(read, List.of("json", "jsonl"));
    }

    private static void content(Operation read, String mediaType, Schema<?> schema) {
        read.getResponses().get("200").getContent().addMediaType(mediaType, new MediaType().schema(schema));
    }

    private static void format(Operation read, List<String> formats) {
        StringSchema schema = new StringSchema();
        schema._enum(formats);
        List<Parameter> parameters = new ArrayList<>(read.getParameters());
        parameters.add(new Parameter().in("query").name(ReadQuery.FORMAT)
                .description("Instead of an Accept header." + WHOLE).schema(schema));
        read.setParameters(parameters);
    }
}
