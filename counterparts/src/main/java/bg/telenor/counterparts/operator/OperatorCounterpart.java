package bg.telenor.counterparts.operator;

import bg.telenor.counterparts.Answer;
import bg.telenor.counterparts.Call;
import bg.telenor.counterparts.Counterpart;
import bg.telenor.counterparts.CounterpartServer;
import bg.telenor.counterparts.Fault;
import bg.telenor.counterparts.Surroundings;
import bg.telenor.kit.signature.MessageSignature;
import bg.telenor.kit.signature.MessageSignature.NotTrusted;
import bg.telenor.kit.value.OperatorCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Another operator: takes signed messages over mutual TLS, answers signed, and sends its own. What
 * it does with the messages of a path is a {@link MessageHandler}'s.
 */
public final class OperatorCounterpart implements Counterpart {

    private static final int PORTABILITY_SERVICE = 2;
    private static final int DEBT_CHECK_SERVICE = 3;

    private final OperatorCode code;
    private final int portOffset;
    private final OperatorSignatures signatures;
    private final OperatorCaller caller;
    private final DebtDesk debts;
    private final PortingDesk portings;
    private final List<MessageHandler> handlers;

    private OperatorCounterpart(
            String code, int portOffset, Surroundings surroundings, Supplier<String> tokens) {
        this.code = new OperatorCode(code);
        this.portOffset = portOffset;
        this.signatures =
                new OperatorSignatures(
                        this.code, surroundings.key(name()), surroundings.keySet("operators"));
        this.caller = new OperatorCaller(signatures, surroundings.tls().client(name()), tokens);
        this.debts = new DebtDesk(caller, surroundings.service(DEBT_CHECK_SERVICE));
        this.portings =
                new PortingDesk(this.code, caller, surroundings.service(PORTABILITY_SERVICE));
        this.handlers = List.of(debts, portings);
    }

    public static OperatorCounterpart a1(Surroundings surroundings) {
        return a1(surroundings, surroundings.tokens("a1", "client-a1"));
    }

    /** With access tokens from elsewhere than the suite's provider, for tests. */
    public static OperatorCounterpart a1(Surroundings surroundings, Supplier<String> tokens) {
        return new OperatorCounterpart("A1", 31, surroundings, tokens);
    }

    public static OperatorCounterpart vivacom(Surroundings surroundings) {
        return vivacom(surroundings, surroundings.tokens("vivacom", "client-vivacom"));
    }

    /** With access tokens from elsewhere than the suite's provider, for tests. */
    public static OperatorCounterpart vivacom(Surroundings surroundings, Supplier<String> tokens) {
        return new OperatorCounterpart("VIVACOM", 32, surroundings, tokens);
    }

    @Override
    public String name() {
        return code.value().toLowerCase(Locale.ROOT);
    }

    @Override
    public int portOffset() {
        return portOffset;
    }

    public DebtDesk debts() {
        return debts;
    }

    public PortingDesk portings() {
        return portings;
    }

    /** Calls us as this operator. */
    public OperatorCaller caller() {
        return caller;
    }

    @Override
    public void open(CounterpartServer server) {
        for (var handler : handlers) {
            server.on("POST", handler.path(), call -> answer(call, handler));
            handler.administer(server);
        }
    }

    private Answer answer(Call call, MessageHandler handler) throws Exception {
        var signature = call.header(MessageSignature.HEADER).orElse(null);
        try {
            signatures.verify(signature, call.path(), call.body());
        } catch (NotTrusted e) {
            return Answer.json(401, Map.of("code", "SIGNATURE_NOT_TRUSTED"));
        }
        var reply = handler.answer(call.json());
        var answer = Answer.json(reply.status(), reply.body());
        return answer.with(
                MessageSignature.HEADER,
                call.fault() == Fault.Mode.WRONG_SIGNATURE
                        ? signatures.forge(call.path(), answer.body())
                        : signatures.sign(call.path(), answer.body()));
    }
}
