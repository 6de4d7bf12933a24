package bg.telenor.launcher.demo;

import bg.telenor.kit.local.SuiteService;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The customer's number moves from A1 to us. */
final class BringNumber implements Step {

    private static final Set<String> ENDS =
            Set.of(
                    "COMPLETED",
                    "REJECTED",
                    "CANCELLED",
                    "EXPIRED",
                    "SUBJECT_MISMATCH",
                    "IDENTITY_REFUSED");

    @Override
    public String title() {
        return "port-in: A1 lets the number go, and everyone is told";
    }

    @Override
    public void run(Shop shop, Customer customer) {
        var portability = shop.as("clerk", SuiteService.PORTABILITY);

        var started =
                portability.post(
                        "/v1/portings",
                        Map.of(
                                "caseId", customer.caseId(),
                                "identifier", customer.identifier(),
                                "documentNumber", customer.person().document().value(),
                                "numbers", List.of(customer.otherNumber()),
                                "donor", "A1",
                                "contract", "POSTPAID"));

        var ended =
                portability.await(
                        "/v1/portings/" + started.path("id").asText(),
                        "the port-in",
                        porting -> ENDS.contains(porting.path("status").asText()));
        StepFailed.unless(
                ended.path("status").asText().equals("COMPLETED"), "the number was not ported");
        var lookup =
                portability.post(
                        "/v1/number-lookups", Map.of("numbers", List.of(customer.otherNumber())));
        StepFailed.unless(
                lookup.path("results").path(0).path("servedBy").asText().equals("TELENOR"),
                "look-up does not answer with the new operator");
    }
}
