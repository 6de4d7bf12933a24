package bg.telenor.consent;

import bg.telenor.kit.local.ColumnKinds;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.local.SuiteTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = SuiteTestResource.class,
        initArgs = @ResourceArg(name = "db", value = "consent"))
class ColumnKindsTest {

    @Test
    void everyColumnSaysOfWhatKindItIs() {
        ColumnKinds.check(Suite.databaseUrl("consent"), "consent_owner", Suite.ownerPassword());
    }
}
