package bg.telenor.pay;

import bg.telenor.kit.local.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheRules() {
        ArchitectureRules.check("bg.telenor.pay");
    }
}
