package bg.telenor.consent;

import bg.telenor.kit.local.ErrorsDoc;
import org.junit.jupiter.api.Test;

class ErrorsDocTest {

    @Test
    void everyErrorIsDocumented() {
        ErrorsDoc.check("consent-service", ConsentError.class);
    }
}
