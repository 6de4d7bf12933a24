package bg.telenor.counterparts.operator;

import bg.telenor.counterparts.Answer;
import bg.telenor.counterparts.Call;
import bg.telenor.counterparts.CounterpartServer;
import bg.telenor.kit.value.PersonalNumber;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * Knows who owes the operator, tells us when we ask about one person for a contract with a device,
 * and asks us likewise.
 */
public final class DebtDesk implements MessageHandler {

    static final String PATH = "/partner/v1/debt-inquiries";

    private static final String GROUND = "DEVICE_WITH_CONTRACT";

    /** What the operator keeps of an inquiry of ours: nothing of the person. */
    public record Inquiry(UUID inquiryId, String ground, String result) {}

    private final Set<PersonalNumber> debtors = ConcurrentHashMap.newKeySet();
    private final List<Inquiry> inquiries = new CopyOnWriteArrayList<>();
    private final OperatorCaller caller;
    private final URI debtCheckService;
    private volatile UnaryOperator<Map<String, Object>> slip = UnaryOperator.identity();

    DebtDesk(OperatorCaller caller, URI debtCheckService) {
        this.caller = caller;
        this.debtCheckService = debtCheckService;
    }

    /** From now on the person owes the operator, or does not. */
    public void owes(PersonalNumber person, boolean owes) {
        if (owes) {
            debtors.add(person);
        } else {
            debtors.remove(person);
        }
    }

    /** All inquiries that were answered, oldest first. */
    public List<Inquiry> inquiries() {
        return List.copyOf(inquiries);
    }

    /** Makes the operator answer, and sign, something else than it means to. */
    public void slips(UnaryOperator<Map<String, Object>> answer) {
        slip = answer;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Reply answer(JsonNode message) {
        var inquiryId = UUID.fromString(message.path("inquiryId").asText());
        var ground = message.path("ground").asText();
        if (!ground.equals(GROUND)) {
            return new Reply(422, Map.of("code", "GROUND_NOT_ALLOWED"));
        }
        var result = debtors.contains(person(message.path("identifier"))) ? "FOUND" : "CLEAR";
        inquiries.add(new Inquiry(inquiryId, ground, result));
        return Reply.ok(
                slip.apply(
                        Map.of(
                                "inquiryId", inquiryId.toString(),
                                "result", result,
                                "answeredAt", Instant.now().toString())));
    }

    @Override
    public void administer(CounterpartServer server) {
        server.admin("PUT", "/debts", this::setDebt);
        server.admin("GET", "/debt-inquiries", call -> Answer.json(200, inquiries()));
        server.admin("POST", "/debt-inquiries", this::askUs);
    }

    /** {@code {"identifier":{…},"owes":true}}. */
    private Answer setDebt(Call call) throws IOException {
        var wanted = call.json();
        owes(person(wanted.path("identifier")), wanted.path("owes").asBoolean());
        return Answer.empty(204);
    }

    /** {@code {"identifier":{…}}}: the operator sells a device and asks us about its customer. */
    private Answer askUs(Call call) throws IOException, InterruptedException {
        var inquiry =
                Map.of(
                        "inquiryId",
                        UUID.randomUUID(),
                        "identifier",
                        call.json().path("identifier"),
                        "ground",
                        GROUND,
                        "askedAt",
                        Instant.now().toString());
        var answered = caller.post(debtCheckService, PATH, inquiry);
        return Answer.json(
                200,
                Map.of(
                        "status", answered.status(),
                        "trusted", answered.trusted(),
                        "body", answered.body()));
    }

    private static PersonalNumber person(JsonNode identifier) {
        return PersonalNumber.of(
                PersonalNumber.Type.valueOf(identifier.path("type").asText()),
                identifier.path("value").asText());
    }
}
