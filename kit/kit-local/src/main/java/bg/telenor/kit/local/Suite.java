package bg.telenor.kit.local;

import bg.telenor.events.Topic;
import bg.telenor.kit.event.EventCodec;
import bg.telenor.kit.event.EventEnvelope;
import bg.telenor.kit.event.Jws;
import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.event.SignedEvent;
import bg.telenor.kit.local.LocalPostgres.Passwords;
import bg.telenor.kit.subject.SubjectRef.Kind;
import bg.telenor.kit.subject.SubjectRefs;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The surroundings that {@link SuiteTestResource} started, as a test sees them: tokens, keys and
 * topics. Topics are not emptied between tests, so tests look for their own ids.
 */
public final class Suite {

    static final Passwords PASSWORDS = new Passwords("owner-of-tests", "app-of-tests");

    private static final EventCodec CODEC = new EventCodec();

    private Suite() {}

    /** Starts what is not running yet; tests without Quarkus call it themselves. */
    public static void start(String database, String service) {
        try {
            var start =
                    ClassLoader.getSystemClassLoader()
                            .loadClass("bg.telenor.kit.local.TestSuite")
                            .getDeclaredMethod("start", String.class, String.class);
            start.setAccessible(true);
            start.invoke(null, database, service);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the surroundings do not start", e);
        }
    }

    public static String bootstrapServers() {
        return said("kafka");
    }

    public static String issuer() {
        return said("oidc");
    }

    public static String databaseUrl(String database) {
        return said("db." + database);
    }

    public static String keysDatabaseUrl(String database) {
        return said("keys-db." + database);
    }

    /** The password of {@code <database>_owner}. */
    public static String ownerPassword() {
        return PASSWORDS.owner();
    }

    /** The password of {@code <database>_app}. */
    public static String appPassword() {
        return PASSWORDS.app();
    }

    /** The folder of certificates, of services and counterparts alike. */
    public static Path tls() {
        return Path.of(said("folder")).resolve("tls");
    }

    /** The folder of a service's keys; {@code counterparts} has those of the world outside. */
    public static Path keys(String owner) {
        return Path.of(said("folder")).resolve("keys").resolve(owner);
    }

    /** A token of a client, with all that the client may ask for. */
    public static TestToken token(String client) {
        var key = TestSuite.oidcKey(Path.of(said("folder")));
        return TestToken.of(key, issuer(), client, Instant.now());
    }

    /** A token that says it is of our provider and is signed by a stranger. */
    public static TestToken forgedToken(String client) {
        var stranger = LocalKeys.privateKey(Path.of(said("folder")).resolve("keys"), "stranger");
        var sameKid = new ECKey.Builder(stranger).keyID("oidc").build();
        return TestToken.of(sameKid, issuer(), client, Instant.now());
    }

    /** A token of a client that no service may take. */
    public static TestToken foreignToken(String client, TestToken.Fault fault) {
        return switch (fault) {
            case FORGED -> forgedToken(client);
            case EXPIRED -> token(client).expiredAt(Instant.now().minusSeconds(60));
            case OTHER_AUDIENCE -> token(client).audience("another-service");
            case OTHER_ISSUER -> token(client).issuer("https://elsewhere.example");
        };
    }

    /** References as the services compute them. */
    public static SubjectRefs subjectRefs() {
        return subjectRefs(Path.of(said("folder")).resolve("keys"));
    }

    /** References as the services compute them that have the keys of a folder. */
    public static SubjectRefs subjectRefs(Path keys) {
        try {
            var file = keys.resolve("subject-refs.json");
            var tree = new ObjectMapper().readTree(file.toFile()).path("keys");
            var secrets = new EnumMap<Kind, byte[]>(Kind.class);
            for (var kind : Kind.values()) {
                secrets.put(kind, Base64.getDecoder().decode(tree.path(kind.name()).asText()));
            }
            return SubjectRefs.keyed(secrets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is on a topic of an aggregate, in order. */
    public static List<TopicRecord> events(Topic topic, UUID aggregate) {
        return TopicReader.all(topic.topicName(), record -> record.isOf(aggregate));
    }

    /** What is on any topic, dead letters included, that a test knows as its own. */
    public static List<TopicRecord> records(String topic, Predicate<TopicRecord> wanted) {
        return TopicReader.all(topic, wanted);
    }

    /**
     * Waits for an aggregate's event of a type.
     *
     * @throws AssertionError when it does not come in time
     */
    public static TopicRecord await(Topic topic, UUID aggregate, String type) {
        return TopicReader.await(
                topic.topicName(),
                record -> record.isOf(aggregate) && record.type().equals(type),
                Duration.ofSeconds(20));
    }

    /** Publishes an event as a service would, signed where its topic wants that. */
    public static UUID send(SuiteService from, PublishedEvent event) {
        var id = UUID.randomUUID();
        send(id, from, event);
        return id;
    }

    /** The same under an id of the test's choice, to send it twice. */
    public static void send(UUID id, SuiteService from, PublishedEvent event) {
        var keys = Path.of(said("folder")).resolve("keys");
        send(event.topic(), event.kafkaKey(), encoded(keys, id, from, event));
    }

    /** Publishes an event on another broker than the suite's, by who has the keys of a folder. */
    public static void send(String broker, Path keys, SuiteService from, PublishedEvent event) {
        TopicReader.send(
                broker,
                event.topic(),
                event.kafkaKey(),
                encoded(keys, UUID.randomUUID(), from, event));
    }

    /** Puts any text on a topic; null is a tombstone. */
    public static void send(String topic, String key, String text) {
        TopicReader.send(bootstrapServers(), topic, key, text);
    }

    private static String encoded(Path keys, UUID id, SuiteService from, PublishedEvent event) {
        var signed = signed(keys, event, from);
        return CODEC.encode(EventEnvelope.of(id, from.serviceName(), Instant.now(), null, signed));
    }

    private static PublishedEvent signed(Path keys, PublishedEvent event, SuiteService by) {
        if (!(event instanceof SignedEvent<?> signed)) {
            return event;
        }
        var key = LocalKeys.privateKey(keys.resolve(by.serviceName()), "signing");
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
            var jws = new JWSObject(header, new Payload(CODEC.signedContent(signed)));
            jws.sign(new ECDSASigner(key));
            return signed.signed(new Jws(jws.serialize(true)));
        } catch (JOSEException e) {
            throw new IllegalStateException("event cannot be signed", e);
        }
    }

    private static String said(String name) {
        var value = System.getProperty(TestSuite.PREFIX + name);
        if (value == null) {
            throw new IllegalStateException(
                    "not started: annotate the test with @WithTestResource(SuiteTestResource.class)");
        }
        return value;
    }
}
