package bg.telenor.kit.caller;

import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.value.PersonalNumber;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who the access token says is calling. A partner is who the token says, never what a body says.
 */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The OAuth client: a shop system, an operator, a store. */
    public String client() {
        return this.<String>claim("azp")
                .or(() -> claim("client_id"))
                .orElseThrow(() -> new ProblemException(CommonError.FORBIDDEN));
    }

    /** The employee at the counter or desk, where the token names one. */
    public Optional<String> employee() {
        return person().isPresent() || claim("client_id").isPresent()
                ? Optional.empty()
                : this.<String>claim("preferred_username")
                        .filter(name -> !name.startsWith("service-account-"));
    }

    /** What the token says under the name of a claim, where that is a text. */
    public Optional<String> text(String claim) {
        return token().<Object>claim(claim)
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /**
     * The person that a person's own token is about.
     *
     * @throws ProblemException FORBIDDEN when the claim is there and cannot be read
     */
    public Optional<PersonalNumber> person() {
        return this.<JsonObject>claim("person").map(Caller::read);
    }

    private static PersonalNumber read(JsonObject person) {
        try {
            return PersonalNumber.of(
                    PersonalNumber.Type.valueOf(person.getString("type")),
                    person.getString("value"));
        } catch (IllegalArgumentException | NullPointerException | ClassCastException e) {
            throw new ProblemException(CommonError.FORBIDDEN);
        }
    }

    /** Asked for by a name that it does not have, a token throws and catches within. */
    private <T> Optional<T> claim(String name) {
        var token = token();
        return token.getClaimNames().contains(name) ? token.claim(name) : Optional.empty();
    }

    private JsonWebToken token() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return token;
        }
        throw new ProblemException(CommonError.UNAUTHENTICATED);
    }
}
