package bg.telenor.kit.partner;

import bg.telenor.kit.caller.Caller;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.value.OperatorCode;
import jakarta.enterprise.context.RequestScoped;

/**
 * The operator that calls {@code /partner/v1/…}: by its token, and by the signature of its message,
 * which a filter has checked before the resource sees the request; the answer is signed likewise.
 */
@RequestScoped
public class Partner {

    private final Caller caller;
    private final Operators operators;

    Partner(Caller caller, Operators operators) {
        this.caller = caller;
        this.operators = operators;
    }

    /**
     * @throws ProblemException FORBIDDEN when the client is no operator's
     */
    public OperatorCode operator() {
        return operators
                .ofClient(caller.client())
                .orElseThrow(() -> new ProblemException(CommonError.FORBIDDEN));
    }
}
