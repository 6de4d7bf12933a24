package bg.telenor.identity.photo;

import static bg.telenor.identity.photo.PhotoCalls.confirmed;
import static bg.telenor.identity.photo.PhotoCalls.inquiries;
import static bg.telenor.identity.photo.PhotoCalls.isNotThere;
import static bg.telenor.identity.photo.PhotoCalls.look;
import static bg.telenor.identity.photo.PhotoCalls.lookAs;
import static bg.telenor.identity.photo.PhotoCalls.photosOf;
import static bg.telenor.identity.photo.PhotoCalls.withPhoto;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.regix.Standing;
import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import bg.telenor.identity.reference.Counter;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.Egn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import javax.imageio.ImageIO;
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
        var id = confirmed(withPhoto(caseId, person));

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
        var id = confirmed(withPhoto(caseId, person));

        var one = picture(lookAs("clerk", id));
        var other = picture(lookAs("neighbour", id));

        assertThat(one.getRGB(0, 0, one.getWidth(), one.getHeight(), null, 0, one.getWidth()))
                .isNotEqualTo(
                        other.getRGB(
                                0, 0, one.getWidth(), one.getHeight(), null, 0, one.getWidth()));
    }

    @Test
    void eachLookIsInEvidence() {
        var id = confirmed(withPhoto(caseId, person));

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
        var id = confirmed(withPhoto(caseId, person));
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

        isNotThere(confirmed(withPhoto(caseId, withheld)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DECEASED", "DOCUMENT_NOT_VALID", "UNKNOWN"})
    void isNotKeptOfWhomTheRegisterDoesNotConfirm(Standing standing) {
        var refused = Register.somebody(standing);

        var answer = Counter.ask(withPhoto(caseId, refused));

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

        Counter.ask(withPhoto(caseId, person).replace(parts[0], parts[1]))
                .then()
                .statusCode(422)
                .body("code", equalTo("PHOTO_NOT_ALLOWED"));

        assertThat(inquiries(caseId)).isZero();
    }

    @Test
    void isForCountersAlone() {
        Counter.request(elsewhere())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(withPhoto(caseId, person))
                .post("/v1/references")
                .then()
                .statusCode(422)
                .body("code", equalTo("PHOTO_NOT_ALLOWED"));
    }

    @Test
    void isForTheEmployeesOfTheClientThatAsked() {
        var id = confirmed(withPhoto(caseId, person));
        var path = "/v1/references/" + id + "/photo";

        Counter.request(elsewhere()).get(path).then().statusCode(404);
        Counter.request(Suite.token("shop").text()).get(path).then().statusCode(403);
        Counter.request(Suite.token("shop").scopes("references.read").employee("clerk").text())
                .get(path)
                .then()
                .statusCode(403);
    }

    private static String elsewhere() {
        return Suite.token("call-centre")
                .scopes("references.create", "references.photo")
                .audience("identity-service")
                .employee("clerk")
                .text();
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
