package bg.telenor.identity;

import bg.telenor.kit.local.ErrorsDoc;
import org.junit.jupiter.api.Test;

class ErrorsDocTest {

    @Test
    void everyErrorIsDocumented() {
        ErrorsDoc.check("identity-service", IdentityError.class);
    }
}
