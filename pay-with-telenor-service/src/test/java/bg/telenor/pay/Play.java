package bg.telenor.pay;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.counterparts.google.CarrierCaller;
import bg.telenor.counterparts.google.CarrierCaller.Called;
import bg.telenor.counterparts.google.GoogleCounterpart;
import bg.telenor.counterparts.google.Misbehaviour;
import bg.telenor.kit.local.Suite;
import bg.telenor.kit.value.Msisdn;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.JWKSet;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.text.ParseException;
import java.util.UUID;
import java.util.function.Supplier;

/** A customer of Google Play with an account of their own, and Google that calls us for them. */
public final class Play {

    private static final long MICROS_PER_CENT = 10_000;

    public final String token = UUID.randomUUID().toString();
    public final String associationId = "assoc-" + UUID.randomUUID();

    /** A customer whose account is charged to a number that somebody holds. */
    public static Play linked(Msisdn number) {
        var play = new Play();
        var offer = Shop.offered(number);
        var called = play.associate(offer.getString("authenticationRequestId"));
        assertThat(called.result()).isEqualTo("success");
        return play;
    }

    public Called associate(String authenticationRequestId) {
        return call("associateAccount", associateRequest(authenticationRequestId));
    }

    public ObjectNode associateRequest(String authenticationRequestId) {
        return GoogleCounterpart.associateRequest(authenticationRequestId, associationId, token);
    }

    public Called capture(long cents) {
        return call("capture", captureRequest(cents));
    }

    public ObjectNode captureRequest(long cents) {
        return captureRequest(Long.toString(cents * MICROS_PER_CENT), "EUR");
    }

    public ObjectNode captureRequest(String micros, String currency) {
        return GoogleCounterpart.captureRequest(token, micros, currency, "A game with a sword");
    }

    public static Called refund(Called captured, long cents) {
        return call("refund", refundRequest(captured, cents));
    }

    public static ObjectNode refundRequest(Called captured, long cents) {
        return GoogleCounterpart.refundRequest(
                captured.requestId(), Long.toString(cents * MICROS_PER_CENT), "EUR");
    }

    public static Called call(String method, ObjectNode request) {
        return google().call(method, request, Misbehaviour.NONE);
    }

    public static CarrierCaller google() {
        return google(() -> Suite.token("google-play").text());
    }

    public static CarrierCaller google(Supplier<String> tokens) {
        var service = URI.create(RestAssured.baseURI + ":" + RestAssured.port);
        return new GoogleCounterpart(service, tokens, keys("google-private"), keys("pay"))
                .carrier();
    }

    private static JWKSet keys(String name) {
        try {
            return JWKSet.load(Suite.keys("counterparts").resolve(name + ".jwks").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
