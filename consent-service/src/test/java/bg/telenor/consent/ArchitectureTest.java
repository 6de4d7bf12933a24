package bg.telenor.consent;

import bg.telenor.kit.local.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void followsTheRulesOfStyle() {
        ArchitectureRules.check("bg.telenor.consent");
    }
}
