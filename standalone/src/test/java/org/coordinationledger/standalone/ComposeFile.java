package org.coordinationledger.standalone;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The committed {@code docker-compose.yml} and what lies beside it: what is tested is what is delivered. */
final class ComposeFile {

    private final Path folder;
    private final Map<?, ?> services;

    private ComposeFile(Path folder, Map<?, ?> services) {
        this.folder = folder;
        this.services = services;
    }

    /** Reads the one of this source tree; tests run in their module's folder or at its top. */
    static ComposeFile read() {
        Path here = Path.of("").toAbsolutePath();
        Path folder = Files.exists(here.resolve("docker-compose.yml")) ? here : here.getParent();
        try (Reader reader = Files.newBufferedReader(folder.resolve("docker-compose.yml"))) {
            Map<?, ?> content = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
            return new ComposeFile(folder, (Map<?, ?>) content.get("services"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environment that a service is given, in the names that hold inside the arrangement. */
    Map<String, String> environment(String service) {
        Map<String, String> environment = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(service(service).get("environment"), service))
                .forEach((name, value) -> environment.put(name.toString(), value.toString()));
        return environment;
    }

    /** How many processes of a service are started. */
    int replicas(String service) {
        Map<?, ?> deploy = (Map<?, ?>) service(service).get("deploy");
        return deploy == null ? 1 : (Integer) deploy.get("replicas");
    }

    /** The jar that the image of a side holds. */
    Path jar(String side) {
        Path jar = folder.resolve(side).resolve("target").resolve(side + "-service.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is not there: mvn verify makes it, and mvn -DskipTests package");
        }
        return jar;
    }

    /** The committed configuration of the entry address. */
    String nginxConfiguration() {
        return text("deploy/nginx.conf");
    }

    /** A committed file. */
    String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<?, ?> service(String name) {
        return Objects.requireNonNull((Map<?, ?>) services.get(name), name);
    }
}
