package bg.telenor.launcher.demo;

import bg.telenor.kit.local.SuiteService;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The person sees it all, is told of it, gets a copy, and has erased what no law holds back. */
final class ExerciseRights implements Step {

    private static final Set<String> EXPECTED =
            Set.of(
                    "IDENTITY_REFERENCE",
                    "DEBT_CHECK",
                    "PORTING",
                    "STORE_LINK",
                    "PURCHASE",
                    "HOLDING");

    @Override
    public String title() {
        return "rights: the person's own record, the notice, access and erasure";
    }

    @Override
    public void run(Shop shop, Customer customer) {
        var consent = shop.as("customer", SuiteService.CONSENT);

        var inventory =
                consent.await(
                        "/v1/my/records",
                        "all that was taken in",
                        records -> heldKinds(records).containsAll(EXPECTED));
        for (var record : inventory.path("records")) {
            StepFailed.unless(
                    record.has("source")
                            && record.has("purpose")
                            && record.has("basis")
                            && record.has("retainUntil"),
                    "a record does not say whence, why, on what basis and until when");
        }
        awaitNotice(shop);

        var access = request(consent, "ACCESS");
        var archive = consent.get("/v1/rights-requests/" + access + "/archive");
        StepFailed.unless(!archive.isEmpty(), "the archive is empty");

        var erasure = request(consent, "ERASURE");
        var certificate = consent.get("/v1/rights-requests/" + erasure + "/certificate");
        StepFailed.unless(!certificate.isEmpty(), "the certificate is empty");
    }

    /** The notice that article 14 asks for has left. */
    private static void awaitNotice(Shop shop) {
        shop.counterparts()
                .await("/admin/notifier/sent", "the notice", said -> !said.path("sent").isEmpty());
    }

    private static String request(Api consent, String type) {
        var id = consent.post("/v1/rights-requests", Map.of("type", type)).path("id").asText();
        var answered =
                consent.await(
                        "/v1/rights-requests/" + id,
                        "the answer of all services",
                        request -> !request.path("status").asText().equals("OPEN"));
        StepFailed.unless(
                answered.path("status").asText().equals("COMPLETE"),
                type + " was not answered by all");
        return id;
    }

    private static Set<String> heldKinds(JsonNode inventory) {
        var kinds = new HashSet<String>();
        for (var record : inventory.path("records")) {
            if (record.path("status").asText().equals("HELD")) {
                kinds.add(record.path("record").asText());
            }
        }
        return kinds;
    }
}
