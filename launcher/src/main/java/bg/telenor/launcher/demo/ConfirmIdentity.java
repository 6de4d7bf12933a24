package bg.telenor.launcher.demo;

import bg.telenor.kit.local.SuiteService;
import java.util.Map;

/** The register confirms who the customer is. */
final class ConfirmIdentity implements Step {

    @Override
    public String title() {
        return "identity: the register confirms who the customer is";
    }

    @Override
    public void run(Shop shop, Customer customer) {
        var person = customer.person();
        var identity = shop.as("clerk", SuiteService.IDENTITY);

        var reference =
                identity.post(
                        "/v1/references",
                        Map.of(
                                "identifier", customer.identifier(),
                                "documentNumber", person.document().value(),
                                "purpose", "CONTRACT_CONCLUSION",
                                "role", "USER",
                                "caseId", customer.caseId(),
                                "claimed",
                                        Map.of(
                                                "names",
                                                Map.of(
                                                        "first", person.first().cyrillic(),
                                                        "father", person.father().cyrillic(),
                                                        "family", person.family().cyrillic()),
                                                "birthDate",
                                                person.birthDate().toString())));

        var settled =
                reference.path("status").asText().equals("PENDING")
                        ? identity.await(
                                "/v1/references/" + reference.path("id").asText(),
                                "the register's answer",
                                r -> !r.path("status").asText().equals("PENDING"))
                        : reference;
        StepFailed.unless(
                settled.path("status").asText().equals("CONFIRMED"), "identity is not confirmed");
        StepFailed.unless(
                settled.path("match").path("names").asBoolean(), "the names do not match");
    }
}
