package bg.telenor.debtcheck;

import bg.telenor.kit.local.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfStyle() {
        ArchitectureRules.check("bg.telenor.debtcheck");
    }
}
