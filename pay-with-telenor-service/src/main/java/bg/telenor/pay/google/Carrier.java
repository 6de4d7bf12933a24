package bg.telenor.pay.google;

import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.subject.SubjectRefs;
import bg.telenor.pay.domain.IllegalMove;
import bg.telenor.pay.domain.Purchase;
import bg.telenor.pay.domain.Store;
import bg.telenor.pay.domain.StoreLink;
import bg.telenor.pay.google.CarrierAnswer.ErrorResponse;
import bg.telenor.pay.google.CarrierAnswer.ResponseHeader;
import bg.telenor.pay.google.CarrierFault.Code;
import bg.telenor.pay.google.CarrierMessage.RequestHeader;
import bg.telenor.pay.link.StoreLinks;
import bg.telenor.pay.purchase.Purchases;
import bg.telenor.pay.purchase.SpendingConfig;
import bg.telenor.pay.purchase.StoreCall;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/** The carrier's side of Google's carriers-v1: what each request of Google comes to. */
@ApplicationScoped
class Carrier {

    /** A sealed body and the HTTP status that goes with it. */
    record Sealed(int status, String body) {}

    private final CarrierMessages messages;
    private final CarrierRequests requests;
    private final StoreLinks links;
    private final Purchases purchases;
    private final SubjectRefs refs;
    private final GoogleConfig config;
    private final SpendingConfig spending;
    private final Clock clock;

    Carrier(
            CarrierMessages messages,
            CarrierRequests requests,
            StoreLinks links,
            Purchases purchases,
            SubjectRefs refs,
            GoogleConfig config,
            SpendingConfig spending,
            Clock clock) {
        this.messages = messages;
        this.requests = requests;
        this.links = links;
        this.purchases = purchases;
        this.refs = refs;
        this.config = config;
        this.spending = spending;
        this.clock = clock;
    }

    /**
     * Answers a request, also one that is refused.
     *
     * @param client whom the access token was given to
     */
    Sealed answer(String client, String method, String sealed) {
        try {
            if (!config.client().equals(client)) {
                throw new CarrierFault(Code.FORBIDDEN, "the token is not Google's");
            }
            var received = messages.read(method, sealed);
            check(received.message().requestHeader());
            return new Sealed(200, messages.seal(answer(received)));
        } catch (CarrierFault fault) {
            var error = UUID.randomUUID();
            Log.infof("google: refused with %s, error %s", fault.code(), error);
            var response =
                    new ErrorResponse(
                            ResponseHeader.at(clock.instant()),
                            fault.code(),
                            fault.getMessage(),
                            error);
            return new Sealed(fault.code().status, messages.seal(messages.write(response)));
        }
    }

    private String answer(CarrierMessages.Received received) {
        return switch (received.message()) {
            case CarrierMessage.Echo echo -> messages.write(echo(echo));
            case CarrierMessage.AssociateAccount associate ->
                    once(received, () -> associate(associate));
            case CarrierMessage.Capture capture -> once(received, () -> capture(capture));
            case CarrierMessage.Refund refund -> once(received, () -> refund(refund));
        };
    }

    private String once(CarrierMessages.Received received, Supplier<CarrierAnswer.Result> effect) {
        return requests.once(
                received.message().requestHeader(),
                received.digest(),
                () -> messages.write(effect.get()));
    }

    private CarrierAnswer echo(CarrierMessage.Echo echo) {
        return new CarrierAnswer.Echoed(
                ResponseHeader.at(clock.instant()), echo.clientMessage(), "Pay with Telenor");
    }

    private CarrierAnswer.Result associate(CarrierMessage.AssociateAccount request) {
        var account =
                new StoreLink.Account(token(request.googlePaymentToken()), request.associationId());
        try {
            return links.link(
                            Store.GOOGLE_PLAY, offerId(request.authenticationRequestId()), account)
                    .map(link -> CarrierAnswer.linked(link, spending.limits(), clock.instant()))
                    .orElseThrow(() -> unknown("authenticationRequestId"));
        } catch (StoreLinks.AccountSeenBefore e) {
            throw new CarrierFault(
                    Code.IDEMPOTENCY_VIOLATION,
                    "associationId or googlePaymentToken was in another association");
        }
    }

    private CarrierAnswer.Result capture(CarrierMessage.Capture request) {
        var chargeable =
                links.ofToken(token(request.googlePaymentToken()))
                        .orElseThrow(() -> unknown("googlePaymentToken"));
        var purchase =
                purchases.capture(
                        new StoreCall.Capture(
                                id(request.requestHeader()),
                                chargeable.link(),
                                chargeable.open(),
                                request.amount().toMoney(),
                                request.transactionDescription()));
        return CarrierAnswer.decided(purchase, clock.instant());
    }

    private CarrierAnswer.Result refund(CarrierMessage.Refund request) {
        var header = request.requestHeader();
        var call =
                new StoreCall.Refund(
                        id(header),
                        new StoreCall.Id(
                                header.paymentIntegratorAccountId(), request.transactionId()),
                        request.refundAmount().toMoney());
        try {
            return purchases
                    .refund(call)
                    .map(purchase -> CarrierAnswer.success(clock.instant()))
                    .orElseThrow(() -> unknown("transactionId"));
        } catch (Purchase.RefundTooLarge | IllegalMove e) {
            throw new CarrierFault(
                    Code.PRECONDITION_VIOLATION, "refund is more than what remains charged");
        }
    }

    private void check(RequestHeader header) {
        var off = Duration.between(header.requestTimestamp().toInstant(), clock.instant()).abs();
        if (off.compareTo(config.clockTolerance()) > 0) {
            throw new CarrierFault(Code.REQUEST_TIMESTAMP_OUT_OF_RANGE, "requestTimestamp");
        }
        if (!config.accounts().contains(header.paymentIntegratorAccountId())) {
            throw unknown("paymentIntegratorAccountId");
        }
    }

    private SubjectRef token(CarrierMessage.GooglePaymentToken token) {
        return refs.ofStoreAccount(Store.GOOGLE_PLAY.name(), token.account());
    }

    private static StoreCall.Id id(RequestHeader header) {
        return new StoreCall.Id(header.paymentIntegratorAccountId(), header.requestId());
    }

    private static UUID offerId(String authenticationRequestId) {
        try {
            return UUID.fromString(authenticationRequestId);
        } catch (IllegalArgumentException e) {
            throw unknown("authenticationRequestId");
        }
    }

    private static CarrierFault unknown(String identifier) {
        return new CarrierFault(Code.INVALID_IDENTIFIER, identifier);
    }
}
