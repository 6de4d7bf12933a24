package bg.telenor.launcher.demo;

import bg.telenor.kit.local.SuiteService;
import java.util.function.UnaryOperator;

/**
 * Where the demo takes place: the services and the counterparts' admin API, as any caller.
 *
 * @param base the suite's first port
 * @param tokens an access token for a role
 */
record Shop(int base, UnaryOperator<String> tokens, Narrator narrator) {

    private static final int COUNTERPARTS_ADMIN = 39;

    Conversation as(String role, SuiteService service) {
        return new Conversation(base + service.portOffset(), tokens.apply(role), narrator);
    }

    Counterparts counterparts() {
        return new Counterparts(base + COUNTERPARTS_ADMIN, narrator);
    }
}
