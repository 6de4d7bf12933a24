package bg.telenor.identity.regix;

import static bg.telenor.identity.domain.DocumentKind.IDENTITY_CARD;
import static bg.telenor.identity.domain.DocumentKind.RESIDENCE_PERMIT;
import static bg.telenor.identity.domain.DocumentKind.TRAVEL_DOCUMENT;
import static bg.telenor.identity.regix.Operation.BDS_V1;
import static bg.telenor.identity.regix.Operation.BDS_V2;
import static bg.telenor.identity.regix.Operation.BDS_V3;
import static bg.telenor.identity.regix.Operation.ERCH_V1;
import static bg.telenor.identity.regix.Operation.ERCH_V2;
import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.identity.domain.DocumentKind;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import bg.telenor.kit.value.PersonalNumber;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OperationTest {

    private static final List<Operation> ALL = List.of(Operation.values());
    private static final Egn EGN = new Egn("3021011000");
    private static final Lnch LNCH = new Lnch("900000001" + Lnch.checkDigit("900000001"));

    static Stream<Arguments> questions() {
        return Stream.of(
                Arguments.of(ALL, EGN, IDENTITY_CARD, BDS_V1),
                Arguments.of(ALL, EGN, RESIDENCE_PERMIT, ERCH_V1),
                Arguments.of(ALL, EGN, TRAVEL_DOCUMENT, ERCH_V1),
                Arguments.of(ALL, LNCH, RESIDENCE_PERMIT, ERCH_V1),
                Arguments.of(ALL, LNCH, TRAVEL_DOCUMENT, ERCH_V1),
                Arguments.of(ALL, LNCH, IDENTITY_CARD, null),
                Arguments.of(List.of(ERCH_V2, BDS_V3, BDS_V2), EGN, IDENTITY_CARD, BDS_V3),
                Arguments.of(List.of(ERCH_V2, ERCH_V1), LNCH, RESIDENCE_PERMIT, ERCH_V2),
                Arguments.of(List.of(ERCH_V2, ERCH_V1), EGN, IDENTITY_CARD, null),
                Arguments.of(List.of(BDS_V3), EGN, TRAVEL_DOCUMENT, null),
                Arguments.of(List.of(), EGN, IDENTITY_CARD, null));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void isTheFirstGrantedThatAnswers(
            List<Operation> granted, PersonalNumber number, DocumentKind kind, Operation expected) {
        assertThat(Operation.of(granted, number, kind).orElse(null)).isEqualTo(expected);
    }

    @Test
    void isNamedAsTheRegisterNamesIt() {
        assertThat(BDS_V1.fullName())
                .isEqualTo(
                        "TechnoLogica.RegiX.MVRBDSAdapter.APIService.IMVRBDSAPI.GetPersonalIdentity");
        assertThat(ERCH_V2.fullName())
                .isEqualTo(
                        "TechnoLogica.RegiX.MVRERChAdapter.APIService.IMVRERChAPI.GetForeignIdentityV2");
    }
}
