package bg.telenor.kit.inbox;

import static bg.telenor.kit.inbox.Persistence.Failure.CONFLICT;
import static bg.telenor.kit.inbox.Persistence.Failure.INFRASTRUCTURE;
import static bg.telenor.kit.inbox.Persistence.Failure.PERMANENT;
import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.inbox.Persistence.Failure;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {

    @ParameterizedTest
    @CsvSource({
        "08006, INFRASTRUCTURE",
        "40001, INFRASTRUCTURE",
        "40P01, INFRASTRUCTURE",
        "53300, INFRASTRUCTURE",
        "55P03, INFRASTRUCTURE",
        "57P01, INFRASTRUCTURE",
        "57014, INFRASTRUCTURE",
        "25006, INFRASTRUCTURE",
        ", INFRASTRUCTURE",
        "23505, CONFLICT",
        "23502, PERMANENT",
        "23514, PERMANENT",
        "42P01, PERMANENT",
        "22001, PERMANENT",
    })
    void aDatabaseFailureIsMetByItsState(String state, Failure expected) {
        var failure = new IllegalStateException(new SQLException("text", state));

        assertThat(Failure.of(failure)).isEqualTo(expected);
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of(new UncheckedIOException(new IOException()), INFRASTRUCTURE),
                Arguments.of(new IllegalStateException(new TimeoutException()), INFRASTRUCTURE),
                Arguments.of(new OptimisticLockException(), CONFLICT),
                Arguments.of(new IllegalStateException(new RollbackException()), CONFLICT),
                Arguments.of(new IllegalArgumentException(), PERMANENT),
                Arguments.of(new ProblemException(CommonError.CONFLICT), PERMANENT));
    }

    @ParameterizedTest
    @MethodSource("others")
    void anyOtherFailureIsMetByItsClass(Throwable failure, Failure expected) {
        assertThat(Failure.of(failure)).isEqualTo(expected);
    }

    @Test
    void aLostConnectionBehindAFailedCommitIsInfrastructure() {
        var rollback = new RollbackException();
        rollback.addSuppressed(new IllegalStateException(new SQLException("text", "08003")));

        assertThat(Failure.of(new IllegalStateException(rollback))).isEqualTo(INFRASTRUCTURE);
    }

    @Test
    void aFailureIsNamedByClassAndCodeWithoutItsText() {
        assertThat(Persistence.nameOf(new IllegalArgumentException("EGN 7523169263")))
                .isEqualTo("java.lang.IllegalArgumentException");
        assertThat(Persistence.nameOf(new ProblemException(CommonError.NOT_FOUND, "it")))
                .endsWith("ProblemException NOT_FOUND");
    }
}
