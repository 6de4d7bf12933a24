package bg.telenor.identity.regix;

import bg.telenor.identity.domain.RegisterAnswer;
import bg.telenor.identity.domain.RegisterAnswer.Forgotten;
import bg.telenor.identity.domain.RegisterAnswer.Garbled;
import bg.telenor.identity.domain.RegisterAnswer.Unknown;
import bg.telenor.identity.domain.RegisterCall;
import bg.telenor.identity.regix.ParsedAnswer.Unreadable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * The calls that the register has taken and answers later. However an answer comes, it is verified
 * and compared with the question as one that comes at once, and besides has to be of the call.
 */
@ApplicationScoped
public class RegixCalls {

    private final RegixConfig config;
    private final Regix regix;

    RegixCalls(RegixConfig config, Regix regix) {
        this.config = config;
        this.regix = regix;
    }

    /**
     * Looks for the answer. Never throws for what the other side does; never called within a
     * transaction.
     */
    public RegisterAnswer check(RegisterCall call, RegisterQuestion question) {
        return regix.ask(
                "regix.checks",
                CallMessages.headers(CallMessages.CHECK),
                CallMessages.about(call, CallMessages.CHECK),
                message -> checked(message, call, question));
    }

    /**
     * Tells the register that the answer was received; whether it knows now. Never called within a
     * transaction.
     */
    public boolean acknowledge(RegisterCall call) {
        return regix.send(
                CallMessages.headers(CallMessages.ACKNOWLEDGE),
                CallMessages.about(call, CallMessages.ACKNOWLEDGE),
                RegixCalls::isAcknowledgement,
                failure -> false);
    }

    /** What the register brings; empty when it cannot be read, or is of no call. */
    public Optional<CalledBack> read(byte[] message) {
        try {
            var result = CallMessages.calledBack(AnswerDocument.body(message));
            var status = AnswerParser.status(result);
            return Optional.ofNullable(status.callId()).map(id -> new CalledBack(id, result));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    /** What the register brought means for the question that it is to be about. */
    public RegisterAnswer meaning(
            CalledBack calledBack, RegisterCall call, RegisterQuestion question) {
        return regix.doubted(ofCall(calledBack.result, call, question));
    }

    /** The SOAP action of what the register brings. */
    public String callbackAction() {
        return CallMessages.callbackAction();
    }

    /** An answer that the register brought, of which only the number of the call is known yet. */
    public static final class CalledBack {

        private final String callId;
        private final Element result;

        private CalledBack(String callId, Element result) {
            this.callId = callId;
            this.result = result;
        }

        public String callId() {
            return callId;
        }
    }

    private RegisterAnswer checked(byte[] message, RegisterCall call, RegisterQuestion question) {
        try {
            var body = AnswerDocument.body(message);
            var fault = CallMessages.fault(body);
            return fault.isPresent()
                    ? ofFault(fault.get())
                    : ofCall(CallMessages.checked(body), call, question);
        } catch (Unreadable e) {
            return new Garbled(null);
        }
    }

    /**
     * The message about a call is so simple that what the register finds wrong with it can only be
     * the call.
     */
    private RegisterAnswer ofFault(CallMessages.Fault fault) {
        boolean named = config.forgottenFaults().stream().anyMatch(fault.text()::contains);
        return named || fault.isOurs() ? new Forgotten() : new Unknown();
    }

    /** The number lies outside what is signed: it cannot make an answer true, only another's. */
    private RegisterAnswer ofCall(Element result, RegisterCall call, RegisterQuestion question) {
        try {
            var status = AnswerParser.status(result);
            if (!call.id().equals(status.callId())) {
                return new Garbled(status.callId());
            }
            var code = status.verificationCode();
            return code == null || code.equals(call.verificationCode())
                    ? regix.reader().read(result, question)
                    : new Garbled(null);
        } catch (Unreadable e) {
            return new Garbled(null);
        }
    }

    private static boolean isAcknowledgement(byte[] message) {
        try {
            return CallMessages.isAcknowledgement(AnswerDocument.body(message));
        } catch (Unreadable e) {
            return false;
        }
    }
}
