package bg.telenor.kit.local;

import bg.telenor.kit.subject.SubjectRef;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys of everyone on this machine, each in a folder of its own that only its owner is given;
 * {@code counterparts} and {@code clients} hold those of the world outside. Keys that are there
 * stay: without them nothing that was sealed would open.
 */
public final class LocalKeys {

    private static final String OPERATOR = "TELENOR";
    private static final String NO_SUBJECTS = "{\"version\":1,\"keys\":{}}";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;
    private final List<String> services;

    private LocalKeys(Path root, List<String> services) {
        this.root = root;
        this.services = services;
    }

    /** Writes {@code <root>/<service>}, {@code <root>/counterparts} and {@code <root>/clients}. */
    public static void write(Path root, String... moreServices) {
        var services = Stream.of(SuiteService.values()).map(SuiteService::serviceName);
        var names = Stream.concat(services, Stream.of(moreServices)).distinct().toList();
        new LocalKeys(root, names).write();
    }

    /** A private key of the folders, such as {@code clients/shop}. */
    public static ECKey privateKey(Path root, String name) {
        return ecKey(root.resolve(name + ".jwk"), name);
    }

    private void write() {
        var subjects = subjects(root.resolve("subject-refs.json"));
        var operator = ecKey(root.resolve("operator.jwk"), OPERATOR);
        var a1 = ecKey(root.resolve("counterparts/a1.jwk"), "A1");
        var vivacom = ecKey(root.resolve("counterparts/vivacom.jwk"), "VIVACOM");
        var operators = publicKeys(a1, vivacom);
        var signing =
                services.stream()
                        .map(name -> ecKey(root.resolve(name).resolve("signing.jwk"), name))
                        .toArray(ECKey[]::new);
        var peers = publicKeys(signing);

        for (var name : services) {
            var folder = root.resolve(name);
            PrivateFiles.write(folder.resolve("subject-refs.json"), subjects);
            PrivateFiles.once(folder.resolve("vault-kek.json"), LocalKeys::keyset);
            PrivateFiles.once(folder.resolve("fingerprint.key"), LocalKeys::random);
            PrivateFiles.write(folder.resolve("operator.jwk"), operator.toJSONString());
            PrivateFiles.write(folder.resolve("operators.jwks"), operators);
            PrivateFiles.write(folder.resolve("peers.jwks"), peers);
        }
        PrivateFiles.write(
                root.resolve("counterparts/operators.jwks"), publicKeys(operator, a1, vivacom));
        writeGoogle();
        writeClients();
    }

    /** Google's pairs and ours: each side signs with one key and decrypts with another. */
    private void writeGoogle() {
        var pay = root.resolve(SuiteService.PAY.serviceName());
        var outside = root.resolve("counterparts");
        var google = pairs(outside.resolve("google-private.jwks"), "google");
        var ours = pairs(pay.resolve("pay-google.jwks"), "telenor");
        PrivateFiles.write(pay.resolve("google.jwks"), google.toString(true));
        PrivateFiles.write(outside.resolve("pay.jwks"), ours.toString(true));
    }

    /** Where a counterpart is a client itself, its key is in its own folder too. */
    private void writeClients() {
        for (var client : SuiteClient.values()) {
            if (client.hasKey()) {
                var id = client.clientId();
                var key = ecKey(root.resolve("clients").resolve(id + ".jwk"), id);
                PrivateFiles.write(
                        root.resolve("counterparts/client-" + id + ".jwk"), key.toJSONString());
            }
        }
    }

    private static JWKSet pairs(Path file, String owner) {
        var text =
                PrivateFiles.once(
                        file,
                        () ->
                                new JWKSet(
                                                List.<JWK>of(
                                                        newKey(owner + "-sig", KeyUse.SIGNATURE),
                                                        newKey(owner + "-enc", KeyUse.ENCRYPTION)))
                                        .toString(false));
        try {
            return JWKSet.parse(text);
        } catch (ParseException e) {
            throw new IllegalStateException(file + " holds no keys", e);
        }
    }

    private static ECKey ecKey(Path file, String kid) {
        var text = PrivateFiles.once(file, () -> newKey(kid, KeyUse.SIGNATURE).toJSONString());
        try {
            return ECKey.parse(text);
        } catch (ParseException e) {
            throw new IllegalStateException(file + " holds no EC key", e);
        }
    }

    private static ECKey newKey(String kid, KeyUse use) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).keyUse(use).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("P-256 is not available", e);
        }
    }

    private static String publicKeys(ECKey... keys) {
        return new JWKSet(List.<JWK>of(keys)).toString(true);
    }

    /** A key for each kind; a kind that came later gets its key beside those that are there. */
    private static String subjects(Path file) {
        try {
            var set = (ObjectNode) JSON.readTree(PrivateFiles.once(file, () -> NO_SUBJECTS));
            var keys = (ObjectNode) set.get("keys");
            for (var kind : SubjectRef.Kind.values()) {
                if (!keys.has(kind.name())) {
                    keys.put(kind.name(), random());
                }
            }
            var text = JSON.writeValueAsString(set);
            PrivateFiles.write(file, text);
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(file + " holds no keys", e);
        }
    }

    private static String keyset() {
        try {
            AeadConfig.register();
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    private static String random() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
