package bg.telenor.identity.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import bg.telenor.events.identity.IdentityEvent;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.identity.regix.RegixConfig;
import bg.telenor.kit.catalogue.Catalogue;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.value.PersonalNumber;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** For each purpose and capacity: what the register is told, and what is kept of its answer. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class PurposesTest {

    /** Full name, PIN, document number, its date and place of issue and issuer, address, photo. */
    private static final Set<String> THE_STATEMENT =
            Set.of(
                    "fullName",
                    "identifier",
                    "documentNumber",
                    "documentIssuedOn",
                    "documentIssuedAt",
                    "documentIssuer",
                    "permanentAddress",
                    "photo");

    private static final Set<String> DERIVED = Set.of("documentValid", "ofAge", "match");

    /** What the person said and who asked; gone when the register has answered. */
    private static final Set<String> OF_THE_QUESTION = Set.of("claimed", "askedBy");

    @Inject Catalogue catalogue;
    @Inject RegixConfig regix;
    @Inject Vaulted vaulted;

    @BeforeAll
    static void openTheRegister() {
        assertThat(Register.SERVER.uri()).isNotNull();
    }

    @Test
    void keepsNothingThatThePrivacyStatementDoesNotName() {
        var allowed = Stream.concat(THE_STATEMENT.stream(), DERIVED.stream());

        assertThat(listed())
                .isSubsetOf(
                        Stream.concat(allowed, OF_THE_QUESTION.stream())
                                .collect(Collectors.toSet()));
    }

    @Test
    void keepsNothingOfAnAnswerThatNoPurposeNeeds() {
        var components =
                Arrays.stream(ReferenceContent.class.getRecordComponents())
                        .map(component -> component.getName());

        assertThat(listed()).containsAll(components.toList());
    }

    @Test
    void hasAGroundForEachPurposeThatTheCatalogueGivesIt() {
        assertThat(regix.grounds().keySet()).containsExactlyInAnyOrderElementsOf(ours());
        assertThat(regix.grounds().values())
                .allSatisfy(
                        ground -> {
                            assertThat(ground.lawReason()).isNotBlank();
                            assertThat(ground.serviceType()).isNotBlank();
                        });
    }

    @TestFactory
    Stream<DynamicTest> asksForEachPurposeAndCapacityAndKeepsWhatTheyAllow() {
        return ours().stream()
                .flatMap(
                        purpose ->
                                catalogue.of(purpose).capacities().stream()
                                        .map(capacity -> served(purpose, capacity)));
    }

    @TestFactory
    Stream<DynamicTest> refusesCapacitiesThatAPurposeIsNotFor() {
        return ours().stream()
                .flatMap(
                        purpose ->
                                Arrays.stream(IdentityEvent.Role.values())
                                        .filter(
                                                capacity ->
                                                        !catalogue
                                                                .of(purpose)
                                                                .capacities()
                                                                .contains(capacity))
                                        .map(capacity -> refused(purpose, capacity)));
    }

    private DynamicTest served(Purpose purpose, IdentityEvent.Role capacity) {
        return DynamicTest.dynamicTest(
                purpose + " " + capacity,
                () -> {
                    var person = Register.somebody();
                    var caseId = UUID.randomUUID();

                    var answer = Counter.ask(body(caseId, person, purpose, capacity));

                    answer.then()
                            .statusCode(201)
                            .body("status", equalTo("CONFIRMED"))
                            .body("purpose", equalTo(purpose.name()))
                            .body("role", equalTo(capacity.name()));
                    assertThat(vaulted.fields(Counter.idOf(answer)))
                            .containsExactlyInAnyOrderElementsOf(
                                    leftOf(
                                            catalogue.fields(
                                                    purpose,
                                                    RecordType.IDENTITY_REFERENCE,
                                                    capacity)));
                    assertThat(Register.REGIX.callContexts())
                            .filteredOn(c -> caseId.toString().equals(c.get("ServiceURI")))
                            .singleElement()
                            .satisfies(
                                    context ->
                                            assertThat(context)
                                                    .containsEntry(
                                                            "LawReason",
                                                            regix.grounds()
                                                                    .get(purpose)
                                                                    .lawReason())
                                                    .containsEntry(
                                                            "ServiceType",
                                                            regix.grounds()
                                                                    .get(purpose)
                                                                    .serviceType()));
                });
    }

    private DynamicTest refused(Purpose purpose, IdentityEvent.Role capacity) {
        return DynamicTest.dynamicTest(
                purpose + " " + capacity,
                () ->
                        Counter.ask(body(UUID.randomUUID(), Register.somebody(), purpose, capacity))
                                .then()
                                .statusCode(422)
                                .body("code", equalTo("ROLE_NOT_ALLOWED")));
    }

    private List<Purpose> ours() {
        return Arrays.stream(Purpose.values())
                .filter(
                        purpose ->
                                catalogue
                                        .of(purpose)
                                        .records()
                                        .containsKey(RecordType.IDENTITY_REFERENCE))
                .toList();
    }

    private Set<String> listed() {
        return ours().stream()
                .flatMap(
                        purpose ->
                                catalogue.of(purpose).fields().values().stream()
                                        .flatMap(Set::stream))
                .collect(Collectors.toSet());
    }

    private static List<String> leftOf(Set<String> allowed) {
        return allowed.stream().filter(field -> !OF_THE_QUESTION.contains(field)).toList();
    }

    private static String body(
            UUID caseId, PersonalNumber person, Purpose purpose, IdentityEvent.Role capacity) {
        return Counter.body(caseId, person)
                .replace("CONTRACT_CONCLUSION", purpose.name())
                .replace("USER", capacity.name());
    }
}
