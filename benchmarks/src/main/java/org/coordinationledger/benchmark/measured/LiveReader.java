package org.coordinationledger.benchmark.measured;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

/** A page that listens until it is closed: remembers the last position that it was told, and when. */
final class LiveReader implements Flow.Subscriber<String>, AutoCloseable {

    private static final String DATA = "data:";

    private final CompletableFuture<Void> connected = new CompletableFuture<>();
    private final CompletableFuture<Flow.Subscription> lines = new CompletableFuture<>();
    private final AtomicLong position = new AtomicLong(-1);
    private volatile long toldAt;

    private LiveReader() {}

    static LiveReader on(HttpClient http, HttpRequest request) {
        LiveReader reader = new LiveReader();
        http.sendAsync(request, answer -> {
                    if (answer.statusCode() == 200) {
                        reader.connected.complete(null);
                    } else {
                        reader.connected.completeExceptionally(
                                new IllegalStateException("listening was answered with " + answer.statusCode()));
                    }
                    return HttpResponse.BodySubscribers.fromLineSubscriber(reader);
                })
                .whenComplete((answer, failure) -> {
                    if (failure != null) {
                        reader.connected.completeExceptionally(failure);
                    }
                });
        return reader;
    }

    /** Waits until the service has answered that it will tell. */
    void awaitConnected() {
        connected.join();
    }

    /** The last position that it was told; -1 before the first. */
    long position() {
        return position.get();
    }

    /** When it was told, by {@link System#nanoTime}. */
    long toldAt() {
        return toldAt;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        lines.complete(subscription);
        subscription.request(Long.MAX_VALUE);
    }

    /** Hangs up, at once or as soon as it listens. */
    @Override
    public void close() {
        lines.thenAccept(Flow.Subscription::cancel);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith(DATA)) {
            toldAt = System.nanoTime();
            position.set(Long.parseLong(line.substring(DATA.length()).trim()));
        }
    }

    @Override
    public void onError(Throwable failure) {
        connected.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        // the service ends it after a while; the measurement does not last so long
    }
}
