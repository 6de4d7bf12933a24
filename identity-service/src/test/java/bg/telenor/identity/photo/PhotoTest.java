package bg.telenor.identity.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.regix.Standing;
import bg.telenor.events.Topic;
import bg.telenor.events.rights.RightsEvent.ErasureRequested;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.identity.reference.Counter;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.PersonalNumber;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The photo is seen at the counter, by a named clerk, for minutes, and then it is gone. */
@QuarkusTest
@WithTestResource(IdentityTestResource.class)
class PhotoTest {

    private static final int BANDS = 4;

    private final UUID caseId = UUID.randomUUID();
    private final Egn person = Register.somebody();

    @BeforeAll
    static void openTheRegister() {
        assertThat(Register.SERVER.uri()).isNotNull();
    }

    @Test
    void isShownWithMarksAcrossItAndIsNotToBeStored() throws IOException {
        var id = confirmed(withPhoto(person));

        var answer = look(id);

        answer.then()
                .statusCode(200)
                .contentType("image/png")
                .header("Cache-Control", equalTo("no-store"))
                .header("Content-Disposition", startsWith("inline"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
        var shown = picture(answer);
        var registered =
                ImageIO.read(new ByteArrayInputStream(SyntheticPersons.of(person).portrait()));
        int scale = shown.getWidth() / registered.getWidth();
        assertThat(shown.getHeight()).isEqualTo(registered.getHeight() * scale);
        for (int band = 0; band < BANDS; band++) {
            assertThat(marked(shown, registered, scale, band)).as("band %d", band).isPositive();
        }
        assertThat(unmarked(shown, registered, scale)).isGreaterThan(0.5);
    }

    @Test
    void theMarksSayWhichClerkLooks() throws IOException {
        var id = confirmed(withPhoto(person));

        var one = picture(lookAs("clerk", id));
        var other = picture(lookAs("neighbour", id));

        assertThat(one.getRGB(0, 0, one.getWidth(), one.getHeight(), null, 0, one.getWidth()))
                .isNotEqualTo(
                        other.getRGB(
                                0, 0, one.getWidth(), one.getHeight(), null, 0, one.getWidth()));
    }

    @Test
    void eachLookIsInEvidence() {
        var id = confirmed(withPhoto(person));

        lookAs("clerk", id).then().statusCode(200);
        lookAs("neighbour", id).then().statusCode(200);

        assertThat(
                        Counter.column(
                                """
                                select actor_kind || ' ' || actor || ' ' || employee from evidence
                                 where record_type = 'IDENTITY_PHOTO' and action = 'READ'
                                   and record_id = '%s' order by id
                                """
                                        .formatted(id)))
                .containsExactly("EMPLOYEE shop clerk", "EMPLOYEE shop neighbour");
    }

    @Test
    void isLookedAtSoOftenAndNoMore() {
        var id = confirmed(withPhoto(person));
        for (int look = 0; look < 3; look++) {
            look(id).then().statusCode(200);
        }

        look(id).then().statusCode(409).body("code", equalTo("PHOTO_VIEWS_USED_UP"));
    }

    @Test
    void isNotTakenUnlessItIsAskedFor() {
        var id = confirmed(Counter.body(caseId, person));

        isNotThere(id);
        assertThat(photosOf(person)).isZero();
    }

    @Test
    void isNotThereWhenTheRegisterDoesNotGiveIt() {
        var withheld = Register.somebody(Standing.WITHHELD);

        isNotThere(confirmed(withPhoto(withheld)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DECEASED", "DOCUMENT_NOT_VALID", "UNKNOWN"})
    void isNotKeptOfWhomTheRegisterDoesNotConfirm(Standing standing) {
        var refused = Register.somebody(standing);

        var answer = Counter.ask(withPhoto(refused));

        answer.then().statusCode(201).body("status", equalTo("REFUSED"));
        isNotThere(Counter.idOf(answer));
        assertThat(photosOf(refused)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"role\":\"USER\">\"role\":\"REPRESENTATIVE\"",
                "\"role\":\"USER\">\"role\":\"CONTACT\"",
                "CONTRACT_CONCLUSION>CONTRACT_EXECUTION",
                "CONTRACT_CONCLUSION>DATA_CORRECTION"
            })
    void isForTheUserAloneAndForWhatIsDoneAtTheCounter(String change) {
        var parts = change.split(">", -1);

        Counter.ask(withPhoto(person).replace(parts[0], parts[1]))
                .then()
                .statusCode(422)
                .body("code", equalTo("PHOTO_NOT_ALLOWED"));

        assertThat(inquiries()).isZero();
    }

    @Test
    void isForCountersAlone() {
        Counter.request(elsewhere())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(withPhoto(person))
                .post("/v1/references")
                .then()
                .statusCode(422)
                .body("code", equalTo("PHOTO_NOT_ALLOWED"));
    }

    @Test
    void isForTheEmployeesOfTheClientThatAsked() {
        var id = confirmed(withPhoto(person));
        var path = "/v1/references/" + id + "/photo";

        Counter.request(elsewhere()).get(path).then().statusCode(404);
        Counter.request(Suite.token("shop").text()).get(path).then().statusCode(403);
        Counter.request(Suite.token("shop").scopes("references.read").employee("clerk").text())
                .get(path)
                .then()
                .statusCode(403);
    }

    @Test
    void goesWithItsKeyWhenItsMinutesAreOver() {
        var id = confirmed(withPhoto(person));
        var key = Counter.column("select key_id from document where " + photo(id)).getFirst();
        assertThat(
                        Counter.column(
                                "select extract(epoch from erase_at - received_at)::int from"
                                        + " document where "
                                        + photo(id)))
                .containsExactly(Long.toString(Duration.ofMinutes(15).toSeconds()));

        Counter.column(
                "update document set erase_at = now() where " + photo(id) + " returning record_id");

        isNotThere(id);
        assertThat(awaitErasure(id)).isEqualTo("RETENTION");
        assertThat(Counter.column("select 1 from document where " + photo(id))).isEmpty();
        assertThat(Counter.column("select 1 from identity_photo where reference_id = '" + id + "'"))
                .isEmpty();
        assertThat(Counter.column("select 1 from destroyed_key where key_id = '" + key + "'"))
                .hasSize(1);
        Counter.get(id).then().statusCode(200).body("status", equalTo("CONFIRMED"));
    }

    @Test
    void goesWhenThePersonAsksForErasure() {
        var id = confirmed(withPhoto(person));

        Suite.send(
                SuiteService.CONSENT,
                new ErasureRequested(
                        Suite.subjectRefs().of(person),
                        UUID.randomUUID(),
                        1,
                        1,
                        Instant.EPOCH,
                        null,
                        Instant.now().plusSeconds(3600),
                        null));

        assertThat(awaitErasure(id)).isEqualTo("REQUEST");
        isNotThere(id);
    }

    @Test
    void answersTheSameQuestionWhileItIsThereAndAsksAnewWhenItIsNot() {
        var first = confirmed(withPhoto(person));

        assertThat(confirmed(withPhoto(person))).isEqualTo(first);
        Counter.column(
                "update document set erase_at = now() where "
                        + photo(first)
                        + " returning record_id");
        awaitErasure(first);
        var anew = confirmed(withPhoto(person));

        assertThat(anew).isNotEqualTo(first);
        assertThat(inquiries()).isEqualTo(2);
        look(anew).then().statusCode(200);
    }

    @Test
    void goesWithTheReferenceThatANewerOneTakesThePlaceOf() {
        var old = confirmed(withPhoto(person));

        confirmed(Counter.body(caseId, person));

        assertThat(awaitErasure(old)).isEqualTo("SUPERSEDED");
        isNotThere(old);
    }

    private String withPhoto(PersonalNumber number) {
        return Counter.body(caseId, number).replaceFirst("\\{", "{\"photo\":true,");
    }

    private static UUID confirmed(String body) {
        var answer = Counter.ask(body);
        answer.then().statusCode(201).body("status", equalTo("CONFIRMED"));
        return Counter.idOf(answer);
    }

    private static Response look(UUID id) {
        return lookAs("clerk", id);
    }

    private static Response lookAs(String clerk, UUID id) {
        return Counter.request(Suite.token("shop").employee(clerk).text())
                .get("/v1/references/" + id + "/photo");
    }

    private static void isNotThere(UUID id) {
        look(id).then().statusCode(404).body("code", equalTo("PHOTO_NOT_FOUND"));
    }

    private static String elsewhere() {
        return Suite.token("call-centre")
                .scopes("references.create", "references.photo")
                .audience("identity-service")
                .employee("clerk")
                .text();
    }

    private static String photo(UUID id) {
        return "record_type = 'IDENTITY_PHOTO' and record_id = '" + id + "'";
    }

    private static long photosOf(PersonalNumber number) {
        return Counter.column(
                        "select 1 from evidence where record_type = 'IDENTITY_PHOTO'"
                                + " and subject_ref = '"
                                + Suite.subjectRefs().of(number).value()
                                + "'")
                .size();
    }

    private long inquiries() {
        return Register.REGIX.callContexts().stream()
                .filter(context -> caseId.toString().equals(context.get("ServiceURI")))
                .count();
    }

    /** Why the photo went. */
    private static String awaitErasure(UUID id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> erasures(id), erasures -> !erasures.isEmpty())
                .getFirst();
    }

    private static List<String> erasures(UUID id) {
        return Suite.events(Topic.INTAKE, id).stream()
                .filter(event -> event.type().equals("DataErased"))
                .filter(event -> event.data().path("record").asText().equals("IDENTITY_PHOTO"))
                .map(event -> event.data().path("reason").asText())
                .toList();
    }

    private static BufferedImage picture(Response answer) throws IOException {
        answer.then().statusCode(200);
        return ImageIO.read(new ByteArrayInputStream(answer.asByteArray()));
    }

    /** How many dots of a part of the picture are not the register's. */
    private static long marked(BufferedImage shown, BufferedImage registered, int scale, int band) {
        int height = shown.getHeight() / BANDS;
        long marked = 0;
        for (int y = band * height; y < (band + 1) * height; y++) {
            for (int x = 0; x < shown.getWidth(); x++) {
                if (shown.getRGB(x, y) != registered.getRGB(x / scale, y / scale)) {
                    marked++;
                }
            }
        }
        return marked;
    }

    /** The share of the picture that is the register's. */
    private static double unmarked(BufferedImage shown, BufferedImage registered, int scale) {
        long marked = 0;
        for (int band = 0; band < BANDS; band++) {
            marked += marked(shown, registered, scale, band);
        }
        return 1 - (double) marked / ((long) shown.getWidth() * shown.getHeight());
    }
}
