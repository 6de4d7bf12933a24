package bg.telenor.portability;

import bg.telenor.kit.local.ErrorsDoc;
import org.junit.jupiter.api.Test;

class ErrorsDocTest {

    @Test
    void everyErrorIsDocumented() {
        ErrorsDoc.check("portability-service", PortabilityError.class);
    }
}
