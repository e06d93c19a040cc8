package org.coordinationledger.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.stream.Stream;
import org.coordinationledger.command.CommandSideConfiguration;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.command.record.PassOn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the description of the API shows as an example is a command. */
class CommandExamplesTest {

    private static final CommandFeatures FEATURES = CommandSideConfiguration.FEATURES;

    private final CommandBinding binding = new CommandBinding(Clock.systemUTC());

    record Example(CommandFeature feature, String step) {
        String file() {
            String described = PassOn.STEPS.containsKey(step) ? "any" : feature.type().resource();
            return "/openapi/" + described + (step.isEmpty() ? "" : "." + step) + ".json";
        }

        @Override
        public String toString() {
            return file();
        }
    }

    static Stream<Example> examples() {
        return FEATURES.all().stream()
                .flatMap(f -> Stream.concat(Stream.of(""), CommandFeatures.steps(f).keySet().stream())
                        .map(step -> new Example(f, step)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_command_has_an_example_that_binds(Example example) throws IOException {
        byte[] body;
        try (InputStream in = getClass().getResourceAsStream(example.file())) {
            assertThat(in).as(example.file()).isNotNull();
            body = in.readAllBytes();
        }
        BoundCommand bound = example.step().isEmpty()
                ? binding.begin(example.feature(), body)
                : binding.step(example.feature(), "c2a4e6f8-1b3d-4f5a-8c7e-0d9f8b7a6c01", example.step(), body);
        assertThat(bound.command().id().value()).isNotEmpty();
        assertThat(bound.digest()).hasSize(64);
    }
}
