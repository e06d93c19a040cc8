package org.coordinationledger.view.export;

import java.io.IOException;
import java.io.OutputStream;
import org.coordinationledger.catalogue.EventJson;
import org.springframework.http.MediaType;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/** JSON Lines: UTF-8, one JSON object a line. */
public final class JsonLinesExport extends FileConverter<JsonLines> {

    /** The media type, as a constant for annotations. */
    public static final String FORMAT = "application/jsonl";

    static final String ENDING = "jsonl";

    private static final JsonMapper MAPPER = EventJson.mapper();

    public JsonLinesExport(ExportPlaces places, ExportSettings settings) {
        super(JsonLines.class, MediaType.parseMediaType(FORMAT), ENDING, places, settings);
    }

    @Override
    String fileName(JsonLines file) {
        return file.fileName();
    }

    @Override
    void write(JsonLines file, OutputStream to) throws IOException {
        SequenceWriter writer = MAPPER.writer().withRootValueSeparator("\n").writeValues(to);
        file.lines().handTo(writer::write);
        writer.flush();
        to.write('\n');
    }
}
