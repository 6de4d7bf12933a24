package bg.telenor.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ErrorCode;
import bg.telenor.kit.web.CamaraErrors.ErrorInfo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CamaraErrorsTest {

    private enum Own implements ErrorCode {
        SOME_API_NOTHING_TO_DO,
        NOTHING_TO_SAY;

        @Override
        public int status() {
            return 422;
        }

        @Override
        public String message() {
            return "There is nothing";
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_REQUEST, INVALID_ARGUMENT",
        "IDENTIFIER_IN_REFERENCE, INVALID_ARGUMENT",
        "UNAUTHENTICATED, UNAUTHENTICATED",
        "FORBIDDEN, PERMISSION_DENIED",
        "CONFLICT, ABORTED",
        "TOO_MANY_REQUESTS, TOO_MANY_REQUESTS",
        "INTERNAL_ERROR, INTERNAL"
    })
    void saysACommonErrorInTheWordsOfCamara(CommonError error, String code) {
        assertThat(CamaraErrors.of("SOME_API", Problem.of(error, null)))
                .isEqualTo(new ErrorInfo(error.status(), code, error.message()));
    }

    @Test
    void putsADotAfterTheNameOfTheApi() {
        assertThat(of(Own.SOME_API_NOTHING_TO_DO).code()).isEqualTo("SOME_API.NOTHING_TO_DO");
        assertThat(of(Own.NOTHING_TO_SAY).code()).isEqualTo("NOTHING_TO_SAY");
    }

    @Test
    void namesWhatIsWrongInTheMessage() {
        var problem =
                Problem.of(
                        CommonError.INVALID_REQUEST,
                        "detail",
                        List.of(new Problem.Violation("country", "has the wrong form")));

        assertThat(CamaraErrors.of("SOME_API", problem).message())
                .isEqualTo("The request is not valid; detail; country has the wrong form");
    }

    private static ErrorInfo of(ErrorCode code) {
        return CamaraErrors.of("SOME_API", Problem.of(code, null));
    }
}
