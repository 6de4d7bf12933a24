package bg.telenor.kit.caller;

import bg.telenor.kit.value.PersonalNumber;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who the access token says is calling. A partner is who the token says, never what a body says. */
@RequestScoped
public class Caller {

    /** The OAuth client: a shop system, an operator, a store. */
    public String client() {
        throw new UnsupportedOperationException();
    }

    /** The employee at the counter or desk, where the token names one. */
    public Optional<String> employee() {
        throw new UnsupportedOperationException();
    }

    /** The person that a person's own token is about. */
    public Optional<PersonalNumber> person() {
        throw new UnsupportedOperationException();
    }
}
