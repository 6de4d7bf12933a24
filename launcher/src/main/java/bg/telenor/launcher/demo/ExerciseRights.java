package bg.telenor.launcher.demo;

import bg.telenor.clients.consent.MyDataApi;
import bg.telenor.clients.consent.RightsApi;
import bg.telenor.clients.consent.model.OpenRequest;
import bg.telenor.clients.consent.model.RecordList;
import bg.telenor.clients.consent.model.RecordStatus;
import bg.telenor.clients.consent.model.RecordType;
import bg.telenor.clients.consent.model.RecordView;
import bg.telenor.clients.consent.model.RightsRequestStatus;
import bg.telenor.clients.consent.model.Type;
import bg.telenor.kit.local.SuiteService;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The person sees it all, is told of it, gets a copy, and has erased what no law holds back. */
final class ExerciseRights implements Step {

    private static final Set<RecordType> EXPECTED =
            EnumSet.of(
                    RecordType.IDENTITY_REFERENCE,
                    RecordType.DEBT_CHECK,
                    RecordType.PORTING,
                    RecordType.STORE_LINK,
                    RecordType.PURCHASE,
                    RecordType.HOLDING);

    private static final String FROM_THE_NEWEST = null;

    @Override
    public String title() {
        return "rights: the person's own record, the notice, access and erasure";
    }

    @Override
    public void run(Shop shop, Customer customer) {
        var consent = shop.as("customer", SuiteService.CONSENT);
        var myData = new MyDataApi(consent.client());
        var rights = new RightsApi(consent.client());

        var inventory =
                consent.await(
                        "all that was taken in",
                        () -> myData.listMyRecords(FROM_THE_NEWEST),
                        records -> heldKinds(records).containsAll(EXPECTED));
        StepFailed.unless(
                inventory.getRecords().stream().allMatch(ExerciseRights::accountsForItself),
                "a record does not say whence, why, on what basis and until when");
        awaitNotice(shop);

        var access = request(consent, rights, Type.ACCESS);
        var archive = consent.ask(() -> rights.getRightsArchive(access));
        StepFailed.unless(
                archive instanceof Map<?, ?> document && !document.isEmpty(),
                "the archive is empty");

        var erasure = request(consent, rights, Type.ERASURE);
        var certificate = consent.ask(() -> rights.getErasureCertificate(erasure));
        StepFailed.unless(
                !certificate.getCertificate().getServices().isEmpty(), "the certificate is empty");
    }

    private static boolean accountsForItself(RecordView record) {
        return record.getSource() != null
                && record.getPurpose() != null
                && record.getBasis() != null
                && record.getRetainUntil() != null;
    }

    /** The notice that article 14 asks for has left. */
    private static void awaitNotice(Shop shop) {
        shop.counterparts()
                .await("/admin/notifier/sent", "the notice", said -> !said.path("sent").isEmpty());
    }

    private static UUID request(Conversation consent, RightsApi rights, Type type) {
        var opened =
                consent.ask(
                        () ->
                                rights.openRightsRequest(
                                        Conversation.newKey(), new OpenRequest().type(type)));
        var answered =
                consent.await(
                        "the answer of all services",
                        () -> rights.getRightsRequest(opened.getId()),
                        request -> request.getStatus() != RightsRequestStatus.OPEN);
        StepFailed.unless(
                answered.getStatus() == RightsRequestStatus.COMPLETE,
                type + " was not answered by all");
        return opened.getId();
    }

    private static Set<RecordType> heldKinds(RecordList inventory) {
        return inventory.getRecords().stream()
                .filter(record -> record.getStatus() == RecordStatus.HELD)
                .map(RecordView::getRecord)
                .collect(Collectors.toSet());
    }
}
