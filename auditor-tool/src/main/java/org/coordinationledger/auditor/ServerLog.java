package org.coordinationledger.auditor;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.coordinationledger.vocabulary.TextDigest;
import org.jspecify.annotations.Nullable;

/** A log as a server offers it, below {@code /log} of the service's address. Every wait and every answer is bounded. */
final class ServerLog implements LogSource {

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofSeconds(60);
    private static final int MOST_TEXT_BYTES = 1_048_576;
    private static final String LOG = "/log";

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String service;
    private final @Nullable String authorization;

    /**
     * @param address of the service, or of its log
     * @param authorization what the header says, or null; it is never sent in clear over a network
     */
    ServerLog(String address, @Nullable String authorization) {
        String bare = address.replaceAll("/+$", "");
        service = bare.endsWith(LOG) ? bare.substring(0, bare.length() - LOG.length()) : bare;
        this.authorization = authorization;
        URI uri = uri(service);
        boolean safe = "https".equals(uri.getScheme()) || loopback(uri);
        if (authorization != null && !safe) {
            throw new UnreachableException("not-encrypted", service);
        }
    }

    /** Whether an argument is the address of a server, not a folder. */
    static boolean isAddress(String argument) {
        return argument.startsWith("http://") || argument.startsWith("https://");
    }

    private static URI uri(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new UnreachableException("address", address.replaceAll("//[^/]*@", "//"));
    }

    private static boolean loopback(URI uri) {
        try {
            return InetAddress.getByName(uri.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new UnreachableException("server", uri.getHost());
        }
    }

    @Override
    public Optional<byte[]> find(String path, int most) {
        return read(service + LOG + "/" + path, most);
    }

    @Override
    public Optional<byte[]> text(String digest) {
        return read(service + "/api/v1/texts/" + new TextDigest(digest), MOST_TEXT_BYTES);
    }

    private Optional<byte[]> read(String address, int most) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(address))
                .timeout(ANSWERING)
                .header("Accept-Encoding", "gzip, identity");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return switch (response.statusCode()) {
                    case 200 -> Optional.of(bounded(response, body, most, address));
                    case 404, 410 -> Optional.empty();
                    case 401, 403 -> throw new UnreachableException("not-allowed", address);
                    default -> throw new UnreachableException("answer-" + response.statusCode() / 100 + "xx", address);
                };
            }
        } catch (IOException e) {
            throw new UnreachableException("server", address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException("interrupted", address);
        }
    }

    private static byte[] bounded(HttpResponse<InputStream> response, InputStream body, int most, String address)
            throws IOException {
        boolean zipped = response.headers().firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
        InputStream content = zipped ? new GZIPInputStream(body) : body;
        byte[] bytes = content.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new FaultException(Fault.BUNDLE_BROKEN, FaultException.NOWHERE, address);
        }
        return bytes;
    }
}
