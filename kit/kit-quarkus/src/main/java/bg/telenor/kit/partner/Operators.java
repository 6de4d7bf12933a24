package bg.telenor.kit.partner;

import bg.telenor.kit.value.OperatorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/** The other operators that this service knows, from configuration, and who we are among them. */
@ApplicationScoped
public class Operators {

    /** Our own code. */
    public OperatorCode self() {
        throw new UnsupportedOperationException();
    }

    /** All others. */
    public Set<OperatorCode> others() {
        throw new UnsupportedOperationException();
    }

    /** The operator whose OAuth client this is. */
    public Optional<OperatorCode> ofClient(String client) {
        throw new UnsupportedOperationException();
    }
}
