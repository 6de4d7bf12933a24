package bg.telenor.kit.partner;

import bg.telenor.kit.value.OperatorCode;
import jakarta.enterprise.context.RequestScoped;

/**
 * The operator that calls {@code /partner/v1/…}: by its token, and by the signature of its message,
 * which a filter has checked before the resource sees the request; the answer is signed likewise.
 */
@RequestScoped
public class Partner {

    public OperatorCode operator() {
        throw new UnsupportedOperationException();
    }
}
