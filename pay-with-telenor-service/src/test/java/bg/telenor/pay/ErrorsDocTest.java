package bg.telenor.pay;

import bg.telenor.kit.local.ErrorsDoc;
import org.junit.jupiter.api.Test;

class ErrorsDocTest {

    @Test
    void everyErrorIsDocumented() {
        ErrorsDoc.check("pay-with-telenor-service", PayError.class);
    }
}
