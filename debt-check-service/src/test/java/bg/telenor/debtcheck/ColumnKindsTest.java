package bg.telenor.debtcheck;

import bg.telenor.kit.local.ColumnKinds;
import bg.telenor.kit.local.Suite;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(DebtCheckTestResource.class)
class ColumnKindsTest {

    @Test
    void everyColumnSaysWhatKindOfDataItHolds() {
        ColumnKinds.check(Suite.databaseUrl("debt_check"), "debt_check_app", Suite.appPassword());
    }
}
