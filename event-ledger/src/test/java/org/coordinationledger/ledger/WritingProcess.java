package org.coordinationledger.ledger;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.coordinationledger.ledger.embedded.EmbeddedMongo;

/**
 * A process of its own that appends without end and tells every acknowledgement on its standard output, so that the list
 * of acknowledgements is kept outside of it.
 */
final class WritingProcess {

    private static final int WRITERS = 4;
    private static final String DATABASE = "durability";

    /**
     * What was acknowledged.
     *
     * @param position position of the commit's first entry
     * @param eventId  id of that entry's event
     */
    record Acknowledged(long position, String eventId) {
    }

    private final Process process;
    private final List<Acknowledged> acknowledged = new ArrayList<>();
    private final Thread listener;

    private WritingProcess(String kind, String place) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        this.process = new ProcessBuilder(java, "-Xmx256m", "-cp", System.getProperty("java.class.path"),
                "-Daxoniq.update-checker.disabled=true", WritingProcess.class.getName(), kind, place)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        this.listener = new Thread(this::listen);
        this.listener.start();
    }

    /** Starts one that runs the embedded server on this folder. */
    static WritingProcess onFolder(Path folder) throws IOException {
        return new WritingProcess("folder", folder.toString());
    }

    /** Starts one that connects to a server. */
    static WritingProcess onServer(String connectionString) throws IOException {
        return new WritingProcess("server", connectionString);
    }

    static LedgerStore openStore(MongoClient client) {
        return LedgerStore.builder(client, DATABASE).build();
    }

    private void listen() {
        try (BufferedReader output = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                String[] words = line.split(" ");
                // a line cut off by the kill is no acknowledgement
                if (words.length == 4 && words[0].equals("ack") && words[3].equals(".")) {
                    synchronized (acknowledged) {
                        acknowledged.add(new Acknowledged(Long.parseLong(words[1]), words[2]));
                        acknowledged.notifyAll();
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until so many more commits were acknowledged. */
    void awaitMore(int commits) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        synchronized (acknowledged) {
            int enough = acknowledged.size() + commits;
            while (acknowledged.size() < enough) {
                long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (millis <= 0 || !process.isAlive()) {
                    throw new IllegalStateException("only " + acknowledged.size() + " of " + enough + " commits were acknowledged");
                }
                acknowledged.wait(millis);
            }
        }
    }

    /** Kills it as {@code kill -9} does and returns everything it acknowledged. */
    List<Acknowledged> kill() throws InterruptedException {
        // by its handle: Process.destroyForcibly would also close the pipe, and with it the last acknowledgements
        process.toHandle().destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
        listener.join(30_000);
        synchronized (acknowledged) {
            return List.copyOf(acknowledged);
        }
    }

    public static void main(String[] args) throws InterruptedException {
        String connectionString = args[0].equals("folder")
                ? EmbeddedMongo.open(Path.of(args[1])).connectionString()
                : args[1];
        LedgerStore store = openStore(MongoClients.create(connectionString));
        CountDownLatch ended = new CountDownLatch(1);
        for (int i = 0; i < WRITERS; i++) {
            Thread writer = new Thread(() -> {
                try {
                    appendForEver(store);
                } finally {
                    ended.countDown();
                }
            });
            writer.start();
        }
        ended.await();
        System.exit(1);
    }

    private static void appendForEver(LedgerStore store) {
        String stream = UUID.randomUUID().toString();
        for (long sequence = 0;; sequence += 3) {
            Commit commit = store.append(TestEvents.events(stream, sequence, 3), new ReadSet());
            synchronized (System.out) {
                System.out.println("ack " + commit.first() + " " + commit.entries().get(0).eventId() + " .");
                System.out.flush();
            }
        }
    }
}
