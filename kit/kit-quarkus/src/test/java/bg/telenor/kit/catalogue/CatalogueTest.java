package bg.telenor.kit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import bg.telenor.events.identity.IdentityEvent.Role;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Set<Purpose> AT_THE_COUNTER =
            Set.of(
                    Purpose.CONTRACT_CONCLUSION,
                    Purpose.CONTRACT_AMENDMENT,
                    Purpose.CONTRACT_TERMINATION,
                    Purpose.DEVICE_CONTRACT,
                    Purpose.PREPAID_REGISTRATION);

    private final Catalogue catalogue = new CatalogueFile();

    @Test
    void everyPurposeHasItsTermItsOneBasisAndItsTitles() {
        for (var purpose : Purpose.values()) {
            var entry = catalogue.of(purpose);

            assertThat(entry.dpv()).matches("dpv:[A-Z][A-Za-z]+");
            assertThat(entry.basis()).matches("GDPR art\\. 6\\(1\\)\\([a-f]\\)");
            assertThat(entry.title()).containsOnlyKeys("bg", "en");
        }
    }

    @Test
    void onlyMarketingAndMatchingForPartnersRestOnConsent() {
        for (var purpose : Purpose.values()) {
            var restsOnConsent = catalogue.of(purpose).basis().endsWith("(a)");

            assertThat(catalogue.of(purpose).explicitConsent())
                    .isEqualTo(restsOnConsent)
                    .isEqualTo(purpose == Purpose.DIRECT_MARKETING || purpose == Purpose.KYC_MATCH);
        }
    }

    @Test
    void archivesHaveAKeyOfTheirOwn() {
        assertThat(catalogue.retention("ARCHIVE").keyPerRecord()).isTrue();
    }

    @Test
    void aPhotoIsKeptForMinutesUnderAKeyOfItsOwn() {
        var photo = catalogue.retention("PHOTO");

        assertThat(photo.keep()).isEqualTo(Duration.ofMinutes(15));
        assertThat(photo.endsByTheClock()).isTrue();
        assertThat(photo.keyPerRecord()).isTrue();
        assertThat(catalogue.retention("IDENTITY").endsByTheClock()).isFalse();
    }

    @Test
    void aPhotoIsKeptOfTheUserAloneAndWhereAPersonStandsBeforeAClerk() {
        for (var purpose : Purpose.values()) {
            for (var role : Role.values()) {
                boolean atTheCounter = AT_THE_COUNTER.contains(purpose) && role == Role.USER;

                assertThat(catalogue.fields(purpose, RecordType.IDENTITY_PHOTO, role))
                        .isEqualTo(atTheCounter ? Set.of("photo") : Set.of());
            }
        }
    }

    @Test
    void aTermByTheClockThatSharesItsKeysStopsTheService() {
        assertThatIllegalStateException()
                .isThrownBy(() -> changed("keep: PT15M\n    keyPerRecord: true", "keep: PT15M"))
                .withMessageContaining("PHOTO ends by the clock and shares its keys");
    }

    @Test
    void aTermThatIsNoneStopsTheService() {
        assertThatIllegalStateException()
                .isThrownBy(() -> changed("keep: PT15M", "keep: PT0S"))
                .withMessageContaining("PHOTO keeps for no time");
    }

    @Test
    void aPurposeWithTwoBasesStopsTheService() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                changed(
                                        "basis: GDPR art. 6\\(1\\)\\(f\\)",
                                        "basis: GDPR art. 6(1)(f), 6(1)(c)"))
                .withMessageContaining("DEVICE_RISK_ASSESSMENT");
    }

    @Test
    void aRecordInAClassThatDoesNotExistStopsTheService() {
        assertThatIllegalStateException()
                .isThrownBy(() -> changed("retention: ACCOUNTING", "retention: FOR_EVER"))
                .withMessageContaining("PURCHASE");
    }

    @Test
    void aPurposeThatIsMissingStopsTheService() {
        assertThatIllegalStateException()
                .isThrownBy(() -> changed("(?s)  DIRECT_MARKETING:.*", ""))
                .withMessageContaining("DIRECT_MARKETING has no entry");
    }

    @Test
    void aRecordThatIsKeptForNoPurposeStopsTheService() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> changed("(?s)      STORE_LINK:.*?      PURCHASE:", "      PURCHASE:"))
                .withMessageContaining("STORE_LINK is kept for no purpose");
    }

    @Test
    void aCapacityWithoutFieldsStopsTheService() {
        assertThatIllegalStateException()
                .isThrownBy(() -> changed("(?s)  CONTACT:.*?]\n", ""))
                .withMessageContaining("CONTACT has no fields");
    }

    @Test
    void ofAContactPersonLessIsKeptThanOfTheUser() {
        var user = fields(Role.USER);

        assertThat(user).contains("permanentAddress", "documentIssuer");
        assertThat(fields(Role.CONTACT))
                .isNotEmpty()
                .isSubsetOf(user)
                .doesNotContain("permanentAddress", "documentIssuer");
    }

    @Test
    void nothingIsKeptInACapacityThatThePurposeDoesNotName() {
        var purpose = Purpose.PREPAID_REGISTRATION;

        assertThat(catalogue.fields(purpose, RecordType.IDENTITY_REFERENCE, Role.CONTACT))
                .isEmpty();
        assertThat(catalogue.fields(purpose, RecordType.IDENTITY_REFERENCE, null)).isEmpty();
        assertThat(catalogue.fields(Purpose.PAY_WITH_TELENOR, RecordType.PURCHASE, Role.USER))
                .isEmpty();
    }

    private Set<String> fields(Role capacity) {
        return catalogue.fields(
                Purpose.CONTRACT_CONCLUSION, RecordType.IDENTITY_REFERENCE, capacity);
    }

    private static Catalogue changed(String pattern, String replacement) throws IOException {
        try (var file = CatalogueTest.class.getResourceAsStream("/processing-catalogue.yaml")) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            var changed = text.replaceFirst(pattern, replacement);
            assertThat(changed).isNotEqualTo(text);
            return new CatalogueFile(
                    new ByteArrayInputStream(changed.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
