package bg.telenor.counterparts.operator;

import bg.telenor.counterparts.Answer;
import bg.telenor.counterparts.Call;
import bg.telenor.counterparts.CounterpartServer;
import bg.telenor.counterparts.operator.OperatorCaller.Answered;
import bg.telenor.kit.value.OperatorCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;

/**
 * The operator's side of number portability: as donor it lets numbers go unless it was told to
 * refuse, as recipient it asks us for ours, as third operator it hears of others.
 */
public final class PortingDesk implements MessageHandler {

    static final String PATH = "/partner/v1/messages";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration WINDOW = Duration.ofHours(1);

    /** How the operator, as donor, answers requests for a number. */
    public enum Policy {
        ACCEPT,
        REJECT,
        /** Takes the request and never answers it. */
        SILENT
    }

    /** A message that came in, in the order of coming; a repeated one is listed once. */
    public record Received(UUID messageId, String type, UUID portingId, JsonNode body) {}

    private record Rule(Policy policy, List<String> codes) {}

    private final OperatorCode self;
    private final OperatorCaller caller;
    private final URI portabilityService;
    private final String route;
    private final Map<String, Rule> rules = new ConcurrentHashMap<>();
    private final Map<UUID, PortingCourier> portings = new ConcurrentHashMap<>();
    private final Set<UUID> wanted = ConcurrentHashMap.newKeySet();
    private final Set<UUID> seen = ConcurrentHashMap.newKeySet();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    PortingDesk(OperatorCode self, OperatorCaller caller, URI portabilityService) {
        this.self = self;
        this.caller = caller;
        this.portabilityService = portabilityService;
        this.route = "C" + Math.floorMod(self.value().hashCode(), 10_000);
    }

    /** From now on requests for this number are answered so. */
    public void answers(String number, Policy policy, String... codes) {
        rules.put(number, new Rule(policy, List.of(codes)));
    }

    /** All messages about a porting, oldest first. */
    public List<Received> received(UUID portingId) {
        return received.stream().filter(m -> m.portingId().equals(portingId)).toList();
    }

    /** Asks us to let numbers go; the rest follows by itself. */
    public UUID request(
            List<String> numbers, Map<String, String> identifier, String documentNumber) {
        var portingId = UUID.randomUUID();
        wanted.add(portingId);
        courier(portingId)
                .tell(
                        "PortRequest",
                        Map.of(
                                "numbers", numbers,
                                "identifier", identifier,
                                "documentNumber", documentNumber,
                                "contract", "POSTPAID",
                                "together", true));
        return portingId;
    }

    /** Where a porting stands: the last message that came from us, or NEW. */
    public String state(UUID portingId) {
        return courier(portingId).state();
    }

    /** A message as the operator writes it, for tests that want to bring it themselves. */
    public Map<String, Object> message(UUID portingId, String type, Map<String, ?> body) {
        return Map.of(
                "messageId", UUID.randomUUID().toString(),
                "version", 1,
                "type", type,
                "portingId", portingId.toString(),
                "sender", self.value(),
                "receiver", OperatorSignatures.US.value(),
                "sentAt", Instant.now().toString(),
                "body", body);
    }

    /** Brings a message to us, once. */
    public Answered bring(Map<String, Object> message) throws IOException, InterruptedException {
        return caller.post(portabilityService, PATH, message);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Reply answer(JsonNode message) {
        var messageId = UUID.fromString(message.path("messageId").asText());
        if (seen.add(messageId)) {
            take(
                    new Received(
                            messageId,
                            message.path("type").asText(),
                            UUID.fromString(message.path("portingId").asText()),
                            message.path("body")));
        }
        return Reply.ok(Map.of("messageId", messageId.toString(), "status", "ACKNOWLEDGED"));
    }

    @Override
    public void administer(CounterpartServer server) {
        server.admin("PUT", "/porting-rules", this::setRule);
        server.admin("POST", "/portings", this::start);
        server.admin("GET", "/portings/{id}", this::show);
        server.admin("POST", "/broadcasts", this::broadcast);
        server.admin("GET", "/messages", call -> Answer.json(200, kinds()));
    }

    private void take(Received message) {
        received.add(message);
        var courier = courier(message.portingId());
        courier.heard(message.type());
        switch (message.type()) {
            case "PortRequest" -> answerRequest(courier, message.body());
            case "PortExecute" ->
                    courier.tell("PortExecuted", Map.of("at", Instant.now().toString()));
            case "PortReverse" ->
                    courier.tell(
                            "PortReversed", Map.of("at", Instant.now().toString(), "route", route));
            case "PortAccept" -> goOn(courier, message.portingId());
            default -> {
                // All others ask for nothing.
            }
        }
    }

    /** What was asked for by {@link #request} runs by itself; what a test brought is the test's. */
    private void goOn(PortingCourier courier, UUID portingId) {
        if (wanted.contains(portingId)) {
            var from = Instant.now().plusSeconds(1);
            courier.tell("PortSchedule", window(from));
            courier.tellAt(from, "PortExecute", Map.of("route", route));
        }
    }

    private void answerRequest(PortingCourier courier, JsonNode body) {
        var rule =
                StreamSupport.stream(body.path("numbers").spliterator(), false)
                        .map(number -> rules.get(number.asText()))
                        .filter(found -> found != null)
                        .findFirst()
                        .orElse(new Rule(Policy.ACCEPT, List.of()));
        switch (rule.policy()) {
            case ACCEPT -> courier.tell("PortAccept", Map.of());
            case REJECT -> courier.tell("PortReject", Map.of("codes", rule.codes()));
            case SILENT -> {}
        }
    }

    private static Map<String, String> window(Instant from) {
        return Map.of("windowFrom", from.toString(), "windowUntil", from.plus(WINDOW).toString());
    }

    /** {@code {"number":"+359…","policy":"REJECT","codes":["DEBT"]}}. */
    private Answer setRule(Call call) throws IOException {
        var wanted = call.json();
        var codes =
                StreamSupport.stream(wanted.path("codes").spliterator(), false)
                        .map(JsonNode::asText)
                        .toArray(String[]::new);
        answers(
                wanted.path("number").asText(),
                Policy.valueOf(wanted.path("policy").asText()),
                codes);
        return Answer.empty(204);
    }

    /** {@code {"numbers":[…],"identifier":{…},"documentNumber":"…"}}: a customer of ours leaves. */
    private Answer start(Call call) throws IOException {
        var wanted = call.json();
        var numbers =
                StreamSupport.stream(wanted.path("numbers").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
        var identifier =
                Map.of(
                        "type", wanted.path("identifier").path("type").asText(),
                        "value", wanted.path("identifier").path("value").asText());
        var id = request(numbers, identifier, wanted.path("documentNumber").asText());
        return Answer.json(201, Map.of("portingId", id));
    }

    private Answer show(Call call) {
        var id = UUID.fromString(call.parameter("id"));
        return portings.containsKey(id)
                ? Answer.json(200, Map.of("portingId", id, "state", state(id)))
                : Answer.empty(404);
    }

    /** {@code {"numbers":[…]}}: the operator has taken these over from somebody else. */
    private Answer broadcast(Call call) throws IOException {
        var id = UUID.randomUUID();
        courier(id)
                .tell(
                        "PortBroadcast",
                        Map.of(
                                "numbers",
                                JSON.convertValue(call.json().path("numbers"), List.class),
                                "servedBy",
                                self.value(),
                                "route",
                                route,
                                "from",
                                Instant.now().toString()));
        return Answer.json(202, Map.of("portingId", id));
    }

    /** What came in, without what it said of persons. */
    private List<Map<String, Object>> kinds() {
        return received.stream()
                .map(m -> Map.<String, Object>of("type", m.type(), "portingId", m.portingId()))
                .toList();
    }

    private PortingCourier courier(UUID portingId) {
        return portings.computeIfAbsent(portingId, id -> new PortingCourier(this, id));
    }
}
