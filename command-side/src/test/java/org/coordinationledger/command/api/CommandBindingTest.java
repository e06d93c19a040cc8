package org.coordinationledger.command.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.coordinationledger.command.CommandSideConfiguration;
import org.coordinationledger.command.record.CommandFeature;
import org.coordinationledger.rejection.RejectedException;
import org.coordinationledger.service.problem.ServiceRejection;
import org.junit.jupiter.api.Test;

/** What a body may say about the command that its address names. */
class CommandBindingTest {

    private static final CommandFeature ORGANISATIONS = CommandSideConfiguration.FEATURES.under("organisations");

    private final CommandBinding binding = new CommandBinding(Clock.systemUTC());

    private BoundCommand begin(String further) {
        String body = "{\"effectiveOn\":\"2015-01-01\",\"kind\":\"CELL\",\"name\":\"Chi bộ\"" + further + "}";
        return binding.begin(ORGANISATIONS, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void an_id_that_is_null_is_none() {
        BoundCommand bound = begin(",\"id\":null");

        assertThat(bound.freshId()).isTrue();
        assertThat(bound.command().id().value()).hasSize(36);
        assertThat(begin(",\"id\":\"cell-1\"").command().id().value()).isEqualTo("cell-1");
    }

    @Test
    void a_number_too_long_to_write_out_is_out_of_bounds() {
        RejectedException refused = catchThrowableOfType(
                RejectedException.class,
                () -> begin(",\"territory\":{\"borderKm\":{\"value\":1e999999999,\"quality\":\"EXACT\"}}"));

        assertThat(refused.rejection()).isEqualTo(new ServiceRejection.JsonOutOfBounds());
    }

    @Test
    void a_body_that_is_no_object_is_named_as_the_body() {
        for (String body : new String[] {"[]", "\"x\"", "1", "null"}) {
            RejectedException refused = catchThrowableOfType(
                    RejectedException.class,
                    () -> binding.begin(ORGANISATIONS, body.getBytes(StandardCharsets.UTF_8)));

            assertThat(refused.rejection()).isEqualTo(new ServiceRejection.WrongType("body", "object"));
        }
    }
}
