package org.coordinationledger.auditor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Serves a folder as the ledger serves its log: below {@code /log}, texts below {@code /api/v1/texts}. */
final class FileServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final @Nullable String authorization;
    private volatile int failAfter = Integer.MAX_VALUE;

    FileServer(Path folder) throws IOException {
        this(folder, null);
    }

    /** @param authorization what a request's header must say for bundles and texts, or null */
    FileServer(Path folder, @Nullable String authorization) throws IOException {
        this.folder = folder;
        this.authorization = authorization;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/", e -> answer(e, e.getRequestURI().getPath().substring("/log/".length())));
        server.createContext("/api/v1/texts/", e -> answer(
                e, "texts/" + e.getRequestURI().getPath().substring("/api/v1/texts/".length())));
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was asked for since the last call. */
    List<String> asked() {
        List<String> since = List.copyOf(asked);
        asked.clear();
        return since;
    }

    /** Answers that many requests more, and then none. */
    void failAfter(int requests) {
        failAfter = requests;
    }

    private void answer(HttpExchange exchange, String path) throws IOException {
        try (exchange) {
            asked.add(path);
            Path file = folder.resolve(path).normalize();
            if (failAfter-- <= 0) {
                exchange.sendResponseHeaders(503, -1);
            } else if (!allowed(exchange, path)) {
                exchange.sendResponseHeaders(401, -1);
            } else if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                byte[] bytes = Files.readAllBytes(file);
                if (path.startsWith("tile/entries/")) {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    bytes = zipped(bytes);
                }
                exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private boolean allowed(HttpExchange exchange, String path) {
        return authorization == null
                || !path.startsWith("tile/entries/") && !path.startsWith("texts/")
                || authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
