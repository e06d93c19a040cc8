package org.coordinationledger.view.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Writes files of one format to whoever asked, while they are read. A failure leaves the file without its end: the
 * connection is closed, or where nothing was sent yet, a problem takes its place.
 */
abstract class FileConverter<F> extends AbstractHttpMessageConverter<F> {

    private final Class<F> type;
    private final String ending;
    private final ExportPlaces places;
    private final ExportSettings settings;

    FileConverter(Class<F> type, MediaType format, String ending, ExportPlaces places, ExportSettings settings) {
        super(format);
        this.type = type;
        this.ending = ending;
        this.places = places;
        this.settings = settings;
    }

    abstract String fileName(F file);

    /** Writes the whole file; MUST NOT close {@code to}, nor end the file where it fails. */
    abstract void write(F file, OutputStream to) throws IOException;

    @Override
    protected boolean supports(Class<?> asked) {
        return type.isAssignableFrom(asked);
    }

    @Override
    public boolean canRead(Class<?> asked, @Nullable MediaType format) {
        return false;
    }

    @Override
    protected F readInternal(Class<? extends F> asked, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("files are not read", input);
    }

    @Override
    protected void writeInternal(F file, HttpOutputMessage output) throws IOException {
        ExportPlaces.Place place = places.take();
        try {
            output.getHeaders()
                    .setContentDisposition(ContentDisposition.attachment()
                            .filename(safe(fileName(file)) + "." + ending)
                            .build());
            write(file, new Timed(output.getBody(), System.nanoTime() + settings.longest().toNanos()));
        } finally {
            place.close();
        }
    }

    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "-");
    }

    /** Fails when it is written to after a moment, and cannot be closed. */
    private static final class Timed extends FilterOutputStream {

        private final long deadline;

        Timed(OutputStream out, long deadline) {
            super(out);
            this.deadline = deadline;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("the export takes too long");
            }
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
