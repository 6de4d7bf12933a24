package bg.telenor.counterparts.google;

import bg.telenor.counterparts.Answer;
import bg.telenor.counterparts.Call;
import bg.telenor.counterparts.Counterpart;
import bg.telenor.counterparts.CounterpartServer;
import bg.telenor.counterparts.Surroundings;
import bg.telenor.counterparts.google.CarrierCaller.Called;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Google Play, as a carrier meets it: it links its customers' accounts to numbers, charges
 * purchases and gives money back. The admin API says when, and with which misbehaviour.
 */
public final class GoogleCounterpart implements Counterpart {

    private static final int PAY_OFFSET = 4;

    /** What Google knows of a customer's account with the carrier. */
    private record Account(String issuer, String token) {}

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final CarrierCaller carrier;

    /**
     * @param pay where the carrier listens
     * @param tokens access tokens of client google-play
     * @param google our private keys
     * @param theirs the carrier's public keys
     */
    public GoogleCounterpart(URI pay, Supplier<String> tokens, JWKSet google, JWKSet theirs) {
        this.carrier = new CarrierCaller(pay, tokens, new CarrierSeal(google, theirs));
    }

    public static GoogleCounterpart of(Surroundings surroundings) {
        var pay = surroundings.setting("PAY_URL", surroundings.service(PAY_OFFSET).toString());
        return new GoogleCounterpart(
                URI.create(pay),
                surroundings.tokens("google-play", "client-google-play"),
                surroundings.keySet("google-private"),
                surroundings.keySet("pay"));
    }

    @Override
    public String name() {
        return "google";
    }

    @Override
    public int portOffset() {
        return 33;
    }

    /** Google calls and is not called: its port is there for what the carrier may say later. */
    @Override
    public void open(CounterpartServer server) {
        server.admin("POST", "/associate", this::associate);
        server.admin("POST", "/capture", this::capture);
        server.admin("POST", "/refund", this::refund);
        server.admin("POST", "/echo", this::echo);
    }

    /** For tests that say the very request. */
    public CarrierCaller carrier() {
        return carrier;
    }

    /** A request to link a new account. */
    public static ObjectNode associateRequest(
            String authenticationRequestId, String associationId, String token) {
        var request =
                CarrierCaller.request()
                        .put("authenticationRequestId", authenticationRequestId)
                        .put("associationId", associationId)
                        .put("provideUserInformation", false);
        return putToken(request, new Account("TelenorBG", token));
    }

    public static ObjectNode captureRequest(
            String token, String amountMicros, String currency, String description) {
        var request = putToken(CarrierCaller.request(), new Account("TelenorBG", token));
        request.put("transactionDescription", description);
        putAmount(request, "amount", amountMicros, currency);
        putAmount(request, "tax", "0", currency);
        return request;
    }

    public static ObjectNode refundRequest(
            String transactionId, String amountMicros, String currency) {
        var request = CarrierCaller.request().put("transactionId", transactionId);
        putAmount(request, "refundAmount", amountMicros, currency);
        return request;
    }

    private Answer associate(Call call) throws IOException {
        var wanted = call.json();
        var account = "account-" + UUID.randomUUID();
        var token = UUID.randomUUID().toString();
        accounts.put(account, new Account("TelenorBG", token));
        var request =
                associateRequest(
                        wanted.path("authenticationRequestId").asText(),
                        "assoc-" + UUID.randomUUID(),
                        token);
        return answer(call("associateAccount", request, wanted), Map.of("account", account));
    }

    private Answer capture(Call call) throws IOException {
        var wanted = call.json();
        var account = accounts.get(wanted.path("account").asText());
        if (account == null) {
            return Answer.json(404, Map.of("error", "no such account"));
        }
        var request =
                captureRequest(
                        account.token(),
                        wanted.path("amountMicros").asText(),
                        wanted.path("currency").asText("EUR"),
                        wanted.path("description").asText());
        return answer(call("capture", request, wanted), Map.of());
    }

    private Answer refund(Call call) throws IOException {
        var wanted = call.json();
        var request =
                refundRequest(
                        wanted.path("transactionId").asText(),
                        wanted.path("amountMicros").asText(),
                        wanted.path("currency").asText("EUR"));
        return answer(call("refund", request, wanted), Map.of());
    }

    private Answer echo(Call call) throws IOException {
        var wanted = call.json();
        var request =
                CarrierCaller.request()
                        .put("clientMessage", wanted.path("clientMessage").asText("hello"));
        return answer(call("echo", request, wanted), Map.of());
    }

    private Called call(String method, ObjectNode request, JsonNode wanted) {
        var misbehaviour = wanted.path("fault").asText("none").toUpperCase(Locale.ROOT);
        if (wanted.hasNonNull("requestId")) {
            ((ObjectNode) request.get("requestHeader"))
                    .put("requestId", wanted.get("requestId").asText());
        }
        return carrier.call(method, request, Misbehaviour.valueOf(misbehaviour));
    }

    private static Answer answer(Called called, Map<String, String> more) {
        var body = new LinkedHashMap<String, Object>(more);
        body.put("requestId", called.requestId());
        body.put("status", called.status());
        body.put("result", called.result());
        body.put("answer", called.answer());
        return Answer.json(200, body);
    }

    private static ObjectNode putToken(ObjectNode request, Account account) {
        var token = request.putObject("googlePaymentToken");
        token.putObject("issuerId").put("value", account.issuer());
        token.put("token", account.token());
        return request;
    }

    private static void putAmount(
            ObjectNode request, String field, String amountMicros, String currency) {
        request.putObject(field).put("amountMicros", amountMicros).put("currencyCode", currency);
    }
}
