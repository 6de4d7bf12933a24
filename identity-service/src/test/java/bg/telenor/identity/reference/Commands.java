package bg.telenor.identity.reference;

import bg.telenor.events.Topic;
import bg.telenor.events.rights.RightsEvent;
import bg.telenor.events.rights.RightsEvent.AccessRequested;
import bg.telenor.events.rights.RightsEvent.ErasureRequested;
import bg.telenor.events.rights.RightsEvent.PublicKey;
import bg.telenor.events.rights.RightsEvent.RectificationRequested;
import bg.telenor.events.rights.RightsEvent.RestrictionLifted;
import bg.telenor.events.rights.RightsEvent.RestrictionSet;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteService;
import bg.telenor.kit.subject.SubjectRef;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Commands as consent-service gives them for a person; each waits for the service's answer. */
public final class Commands {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Commands() {}

    public static void restrict(SubjectRef person) {
        answered(
                new RestrictionSet(person, UUID.randomUUID(), 1, 1, null, null, soon(), null),
                "RestrictionAnswered");
    }

    public static void lift(SubjectRef person) {
        answered(
                new RestrictionLifted(person, UUID.randomUUID(), 1, 1, null, null, soon(), null),
                "RestrictionAnswered");
    }

    static JsonNode erase(SubjectRef person) {
        return answered(
                new ErasureRequested(person, UUID.randomUUID(), 1, 1, null, null, soon(), null),
                "ErasureAnswered");
    }

    static JsonNode rectify(SubjectRef person) {
        return answered(
                new RectificationRequested(
                        person, UUID.randomUUID(), 1, 1, null, null, soon(), null),
                "RectificationAnswered");
    }

    /** All records of the answer, which fits into one piece. */
    static List<JsonNode> access(SubjectRef person) throws Exception {
        var key = new ECKeyGenerator(Curve.P_256).generate();
        var answer =
                answered(
                        new AccessRequested(
                                person,
                                UUID.randomUUID(),
                                1,
                                1,
                                null,
                                null,
                                soon(),
                                new PublicKey(key.getX() + "." + key.getY()),
                                null),
                        "AccessAnswered");
        var piece = JWEObject.parse(answer.path("content").asText());
        piece.decrypt(new ECDHDecrypter(key));
        var records = JSON.readTree(piece.getPayload().toBytes());
        return StreamSupport.stream(records.spliterator(), false).toList();
    }

    private static JsonNode answered(RightsEvent command, String answer) {
        Suite.send(SuiteService.CONSENT, command);
        return Suite.await(Topic.RIGHTS_ANSWERS, command.requestId(), answer).data();
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(3600);
    }
}
