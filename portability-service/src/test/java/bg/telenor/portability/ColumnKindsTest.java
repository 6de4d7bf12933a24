package bg.telenor.portability;

import bg.telenor.kit.local.ColumnKinds;
import bg.telenor.kit.local.Suite;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PortabilityTestResource.class)
class ColumnKindsTest {

    @Test
    void everyColumnSaysWhatKindOfDataItHolds() {
        ColumnKinds.check(Suite.databaseUrl("portability"), "portability_app", Suite.appPassword());
    }
}
