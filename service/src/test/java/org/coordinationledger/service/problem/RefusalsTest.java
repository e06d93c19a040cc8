package org.coordinationledger.service.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoTimeoutException;
import java.lang.reflect.Constructor;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.ledger.ClockSkewException;
import org.coordinationledger.ledger.CommitTooLargeException;
import org.coordinationledger.ledger.EntryTooLargeException;
import org.coordinationledger.ledger.LedgerUnverifiedException;
import org.coordinationledger.ledger.OutcomeUnknownException;
import org.coordinationledger.member.event.MemberRejection;
import org.coordinationledger.rejection.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;

class RefusalsTest {

    private final Refusals refusals = new Refusals();

    static Stream<Arguments> failures() throws ReflectiveOperationException {
        RejectedException official = new RejectedException(new MemberRejection.AlreadyOfficial());
        return Stream.of(
                Arguments.of(official, "member/already-official", HttpStatus.CONFLICT),
                Arguments.of(
                        new CommandExecutionException("", new ExecutionException(official)),
                        "member/already-official",
                        HttpStatus.CONFLICT),
                Arguments.of(
                        new RejectedException(new MemberRejection.NotItsHome("o")),
                        "member/not-its-home",
                        HttpStatus.FORBIDDEN),
                Arguments.of(new ConcurrencyException("moved"), "too-many-conflicts", HttpStatus.SERVICE_UNAVAILABLE),
                Arguments.of(made(EntryTooLargeException.class), "entry-too-large", HttpStatus.UNPROCESSABLE_CONTENT),
                Arguments.of(made(CommitTooLargeException.class), "commit-too-large", HttpStatus.UNPROCESSABLE_CONTENT),
                Arguments.of(made(ClockSkewException.class), "clock-skew", HttpStatus.SERVICE_UNAVAILABLE),
                Arguments.of(made(LedgerUnverifiedException.class), "ledger-unverified", HttpStatus.SERVICE_UNAVAILABLE),
                Arguments.of(made(OutcomeUnknownException.class), "outcome-unknown", HttpStatus.SERVICE_UNAVAILABLE),
                Arguments.of(
                        new MongoTimeoutException("no server"), "store-unreachable", HttpStatus.SERVICE_UNAVAILABLE),
                Arguments.of(
                        new MongoServerUnavailableException("the pool is closed"),
                        "store-unreachable",
                        HttpStatus.SERVICE_UNAVAILABLE),
                Arguments.of(
                        new MongoException(11602, "interrupted by a change of state"),
                        "store-unreachable",
                        HttpStatus.SERVICE_UNAVAILABLE));
    }

    /** What only the ledger itself makes. */
    private static Exception made(Class<? extends Exception> type) throws ReflectiveOperationException {
        Constructor<? extends Exception> constructor = type.getDeclaredConstructor(String.class);
        constructor.setAccessible(true);
        return constructor.newInstance("message");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void each_failure_that_is_no_fault_of_the_service_has_its_problem(Exception failure, String code, HttpStatus status) {
        Refusal refusal = refusals.of(failure, true);
        assertThat(refusal).isNotNull();
        assertThat(refusal.rejection().code()).isEqualTo(code);
        assertThat(refusal.status()).isEqualTo(status);
    }

    @Test
    void json_that_cannot_be_read_is_the_senders_only_if_they_sent_it() {
        JacksonException unread = unread();
        assertThat(refusals.of(unread, true)).isNotNull();
        assertThat(refusals.of(unread, false)).isNull();
        assertThat(refusals.of(new SerializationException("stored", unread), true)).isNull();
        assertThat(refusals.of(new IllegalStateException("a bug"), true)).isNull();
        assertThat(refusals.of(new MongoException(2, "bad value"), true)).isNull();
    }

    private static JacksonException unread() {
        try {
            EventJson.mapper().readTree("{");
            throw new AssertionError("half an object was read");
        } catch (JacksonException e) {
            return e;
        }
    }
}
