package bg.telenor.launcher.demo;

import bg.telenor.kit.local.SuiteService;
import java.util.Map;

/** A1 and Vivacom say whether the customer owes them. */
final class CheckDebts implements Step {

    @Override
    public String title() {
        return "debt check: A1 and Vivacom are asked, at once";
    }

    @Override
    public void run(Shop shop, Customer customer) {
        var debtCheck = shop.as("clerk", SuiteService.DEBT_CHECK);

        var started =
                debtCheck.post(
                        "/v1/debt-checks",
                        Map.of(
                                "caseId", customer.caseId(),
                                "identifier", customer.identifier(),
                                "device", Map.of("category", "SMARTPHONE")));

        var decided =
                debtCheck.await(
                        "/v1/debt-checks/" + started.path("id").asText(),
                        "a decision",
                        check -> check.has("endedAt"));
        StepFailed.unless(decided.path("outcome").asText().equals("CLEAR"), "not CLEAR");
        StepFailed.unless(decided.path("operators").size() == 2, "not both operators answered");
    }
}
