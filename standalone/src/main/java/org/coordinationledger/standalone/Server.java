package org.coordinationledger.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.coordinationledger.service.PrivateFile;
import org.coordinationledger.service.sealing.LogKeyFile;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Both sides, running in this process and answering on the loopback address. */
final class Server implements AutoCloseable {

    /** Where what the service has to say goes. */
    enum Output {
        /** To the console. */
        LOGS,
        /** To a file in the data folder; the console gets errors only. */
        QUIET
    }

    private static final int KEY_BYTES = 32;

    private final ConfigurableApplicationContext context;
    private final URI address;

    private Server(ConfigurableApplicationContext context, URI address) {
        this.context = context;
        this.address = address;
    }

    /**
     * Starts both sides and returns when they answer.
     *
     * @param port 0 picks a free one
     * @param folder holds the users, the keys and, without a MongoDB, the store
     */
    static Server start(int port, Path folder, Store store, Output output) {
        Path data = folder.toAbsolutePath();
        List<String> settings = new ArrayList<>();
        settings.add("--server.address=127.0.0.1");
        settings.add("--server.port=" + port);
        settings.add("--ledger.data-dir=" + data);
        settings.add("--ledger.identity.users-file=" + usersFile(data));
        String uri = store.mongodbUri();
        if (uri != null) {
            settings.add("--ledger.mongodb-uri=" + uri);
        }
        if (output == Output.QUIET) {
            settings.add("--logging.file.name=" + data.resolve("ledger.log"));
            settings.add("--logging.threshold.console=error");
        }
        SpringApplication application = new SpringApplication(StandaloneApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        ConfigurableApplicationContext context = application.run(settings.toArray(String[]::new));
        int bound = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return new Server(context, URI.create("http://127.0.0.1:" + bound));
    }

    /** The users of the service whose data are in a folder. */
    static Path usersFile(Path folder) {
        return folder.resolve("users.json");
    }

    /** Makes the keys that a service needs in a new folder, for members' personal data and for checkpoints, and a pin's place. */
    static void writeKeys(Path folder) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        PrivateFile.create(folder.resolve("kek"), Base64.getEncoder().encode(key));
        LogKeyFile.createIfAbsent(folder.resolve("log-key"));
        Files.createDirectory(folder.resolve("log-pin"));
    }

    /** Runs something when this process ends, after both sides have stopped. */
    static void afterShutdown(Runnable action) {
        SpringApplication.getShutdownHandlers().add(action);
    }

    URI address() {
        return address;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
