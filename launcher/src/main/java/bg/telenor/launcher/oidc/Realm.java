package bg.telenor.launcher.oidc;

import bg.telenor.kit.local.LocalKeys;
import bg.telenor.kit.local.SuiteClient;
import bg.telenor.kit.local.SuiteScope;
import bg.telenor.kit.value.PersonalNumber;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The realm as code: the settings of {@code realm/suite.json}, with a scope per permission, the
 * clients with their public keys, and the users with this machine's passwords.
 */
public final class Realm {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROTOCOL = "openid-connect";

    private final ObjectNode realm;
    private final Path keys;

    private Realm(ObjectNode realm, Path keys) {
        this.realm = realm;
        this.keys = keys;
    }

    /**
     * The realm to be imported.
     *
     * @param passwords of the users, by name
     * @param customer whose data the user {@code customer} may see
     */
    public static String of(
            Path keys, Function<String, String> passwords, PersonalNumber customer) {
        try (var template = Realm.class.getResourceAsStream("/realm/suite.json")) {
            var realm = new Realm((ObjectNode) JSON.readTree(template), keys);
            for (var scope : SuiteScope.values()) {
                realm.addScope(scope);
            }
            for (var client : SuiteClient.values()) {
                realm.addClient(client);
            }
            realm.addUser("clerk", passwords, List.of("employee", "counter"))
                    .put("lastName", "Гишева")
                    .putObject("attributes")
                    .putArray("shop")
                    .add("SOFIA-01");
            realm.addUser("officer", passwords, List.of("employee", "privacy-officer"));
            realm.addUser("porting-desk", passwords, List.of("employee", "porting-desk"));
            realm.addUser("customer", passwords, List.of("customer"))
                    .putObject("attributes")
                    .putArray("person")
                    .add(JSON.writeValueAsString(customer));
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(realm.realm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addScope(SuiteScope scope) {
        var added = realm.withArray("clientScopes").addObject();
        added.put("name", scope.scopeName()).put("protocol", PROTOCOL);
        added.putObject("attributes").put("include.in.token.scope", "true");
        var mappers = added.putArray("protocolMappers");
        for (var service : scope.audience()) {
            mapper(mappers, "audience " + service.serviceName(), "oidc-audience-mapper")
                    .put("included.custom.audience", service.serviceName());
        }
        if (scope == SuiteScope.MY_DATA || scope == SuiteScope.MY_NUMBERS) {
            mapper(mappers, "person", "oidc-usermodel-attribute-mapper")
                    .put("user.attribute", "person")
                    .put("claim.name", "person")
                    .put("jsonType.label", "JSON");
        }
        role(scope)
                .ifPresent(
                        role ->
                                realm.withArray("scopeMappings")
                                        .addObject()
                                        .put("clientScope", scope.scopeName())
                                        .putArray("roles")
                                        .add(role));
    }

    /** Who alone gets a scope, of all that log in at a client that may ask for it. */
    private static Optional<String> role(SuiteScope scope) {
        if (scope == SuiteScope.RIGHTS_MANAGE || scope == SuiteScope.CLERK_FLAGS_READ) {
            return Optional.of("privacy-officer");
        }
        if (scope == SuiteScope.PORTING_DESK) {
            return Optional.of("porting-desk");
        }
        if (scope == SuiteScope.MY_DATA || scope == SuiteScope.MY_NUMBERS) {
            return Optional.of("customer");
        }
        return SuiteClient.SHOP.scopes().contains(scope)
                ? Optional.of("counter")
                : Optional.empty();
    }

    private void addClient(SuiteClient client) {
        var logsUsersIn = client == SuiteClient.SHOP || !client.hasKey();
        var added = realm.withArray("clients").addObject();
        added.put("clientId", client.clientId())
                .put("protocol", PROTOCOL)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", logsUsersIn)
                .put("serviceAccountsEnabled", client.hasKey())
                .put("publicClient", !client.hasKey())
                .put("fullScopeAllowed", false);
        var scopes = added.putArray("defaultClientScopes").add("basic");
        if (client.hasKey()) {
            scopes.add("service_account");
            added.put("clientAuthenticatorType", "client-jwt");
            added.putObject("attributes")
                    .put("use.jwks.string", "true")
                    .put("jwks.string", publicKey(client))
                    .put("token.endpoint.auth.signing.alg", "ES256");
            addServiceAccount(client);
        }
        if (client == SuiteClient.SHOP) {
            scopes.add("employee");
        }
        client.scopes().forEach(scope -> scopes.add(scope.scopeName()));
    }

    private void addServiceAccount(SuiteClient client) {
        var account = realm.withArray("users").addObject();
        account.put("username", "service-account-" + client.clientId())
                .put("enabled", true)
                .put("serviceAccountClientId", client.clientId());
        var roles = account.putArray("realmRoles");
        if (client == SuiteClient.SHOP) {
            roles.add("counter");
        }
    }

    private ObjectNode addUser(
            String name, Function<String, String> passwords, List<String> roles) {
        var user = realm.withArray("users").addObject().put("username", name).put("enabled", true);
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("temporary", false)
                .put("value", passwords.apply(name));
        var granted = user.putArray("realmRoles");
        roles.forEach(granted::add);
        return user;
    }

    private String publicKey(SuiteClient client) {
        var key = LocalKeys.privateKey(keys, "clients/" + client.clientId());
        return new JWKSet(key.toPublicJWK()).toString(true);
    }

    private static ObjectNode mapper(ArrayNode mappers, String name, String type) {
        return mappers.addObject()
                .put("name", name)
                .put("protocol", PROTOCOL)
                .put("protocolMapper", type)
                .putObject("config")
                .put("access.token.claim", "true");
    }
}
