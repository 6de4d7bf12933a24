package bg.telenor.debtcheck;

import bg.telenor.kit.local.ErrorsDoc;
import org.junit.jupiter.api.Test;

class ErrorsDocTest {

    @Test
    void everyErrorIsDocumented() {
        ErrorsDoc.check("debt-check-service", DebtCheckError.class);
    }
}
