package bg.telenor.launcher.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.kit.local.LocalKeys;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmTest {

    @TempDir Path keys;

    private JsonNode realm;

    @BeforeEach
    void read() throws IOException {
        LocalKeys.write(keys);
        var text = Realm.of(keys, user -> "password of " + user, SyntheticPersons.egn(1));
        realm = new ObjectMapper().readTree(text);
    }

    @Test
    void clientsProveThemselvesByKeysOfWhichTheRealmHasThePublicHalf() {
        var shop = named("clients", "clientId", "shop");

        assertThat(shop.path("clientAuthenticatorType").asText()).isEqualTo("client-jwt");
        assertThat(shop.at("/attributes/jwks.string").asText())
                .contains("\"kid\":\"shop\"")
                .doesNotContain("\"d\":");
    }

    @Test
    void aScopeIsForTheServicesThatKnowIt() {
        var mappers = named("clientScopes", "name", "billing").path("protocolMappers");

        assertThat(mappers.findValuesAsText("included.custom.audience"))
                .containsExactlyInAnyOrder("debt-check-service", "consent-service");
    }

    @Test
    void onlyThePersonsOwnScopeSaysWhoThePersonIs() {
        for (var scope : realm.path("clientScopes")) {
            var says = scope.path("protocolMappers").findValuesAsText("claim.name");
            if (!Set.of("my-data", "my-numbers").contains(scope.path("name").asText())) {
                assertThat(says).doesNotContain("person");
            }
        }
        assertThat(named("clients", "clientId", "shop").path("defaultClientScopes").toString())
                .doesNotContain("my-data");
    }

    @Test
    void onlyThePrivacyOfficerMayHandleRequests() {
        assertThat(named("scopeMappings", "clientScope", "rights.manage").path("roles").toString())
                .isEqualTo("[\"privacy-officer\"]");
        assertThat(named("users", "username", "clerk").path("realmRoles").toString())
                .doesNotContain("privacy-officer");
    }

    @Test
    void onlyThePortingDeskMayDecideOnPortings() {
        assertThat(named("scopeMappings", "clientScope", "porting-desk").path("roles").toString())
                .isEqualTo("[\"porting-desk\"]");
    }

    @Test
    void onlyThePrivacyOfficerMaySeeWhatClerksDid() {
        assertThat(
                        named("scopeMappings", "clientScope", "clerk-flags.read")
                                .path("roles")
                                .toString())
                .isEqualTo("[\"privacy-officer\"]");
    }

    @Test
    void anEmployeesTokenSaysWhoTheyAreAndInWhichShop() {
        var mappers = named("clientScopes", "name", "employee").path("protocolMappers");

        assertThat(mappers.findValuesAsText("claim.name"))
                .containsExactlyInAnyOrder("preferred_username", "family_name", "shop");
        assertThat(named("users", "username", "clerk").at("/attributes/shop/0").asText())
                .isEqualTo("SOFIA-01");
    }

    private JsonNode named(String list, String field, String name) {
        return StreamSupport.stream(realm.path(list).spliterator(), false)
                .filter(item -> item.path(field).asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
