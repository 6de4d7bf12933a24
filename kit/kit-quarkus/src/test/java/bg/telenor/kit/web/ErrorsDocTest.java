package bg.telenor.kit.web;

import bg.telenor.kit.local.ErrorsDoc;
import bg.telenor.kit.problem.CommonError;
import org.junit.jupiter.api.Test;

class ErrorsDocTest {

    @Test
    void everyErrorIsDocumented() {
        ErrorsDoc.check("Every service", CommonError.class);
    }
}
