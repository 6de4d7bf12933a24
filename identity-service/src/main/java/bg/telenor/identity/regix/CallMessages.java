package bg.telenor.identity.regix;

import bg.telenor.identity.domain.RegisterCall;
import bg.telenor.identity.regix.ParsedAnswer.Unreadable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * The messages about a call that {@link EntryPointV2} has taken and answers later. Only that entry
 * point has them.
 */
final class CallMessages {

    /** Asks for the answer. */
    static final String CHECK = "CheckResult";

    /** Tells that it was received, so that it need not be kept. */
    static final String ACKNOWLEDGE = "AcknowledgeResultReceived";

    private static final String CONTRACT = "http://egov.bg/RegiX/IRegiXEntryPointV2/";
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String REGIX = "http://egov.bg/RegiX";
    private static final String SIGNED_DATA = "http://egov.bg/RegiX/SignedData";

    private static final List<String> CHECKED =
            List.of("CheckResultResponse", "CheckResultResult", "ServiceResultData");

    private static final List<String> CALLED_BACK =
            List.of("ExecuteCallback", "request", "ServiceResultData");

    private CallMessages() {}

    static Map<String, String> headers(String operation) {
        return Map.of("Content-Type", "text/xml; charset=utf-8", "SOAPAction", action(operation));
    }

    /** The action that the register calls back with. */
    static String callbackAction() {
        return action("ExecuteCallback");
    }

    /** A message whose argument is the call. */
    static byte[] about(RegisterCall call, String operation) {
        return RequestWriter.write(
                xml -> {
                    xml.start(SOAP, "Envelope");
                    xml.start("Body");
                    xml.start(REGIX, operation);
                    xml.start("argument");
                    xml.start(SIGNED_DATA, "ServiceCheckResultArgument");
                    xml.text("ServiceCallID", call.id());
                    xml.text("VerificationCode", call.verificationCode());
                });
    }

    /** The result that was asked for. */
    static Element checked(Element body) throws Unreadable {
        return AnswerParser.inside(body, CHECKED);
    }

    /** The result that the register brings. */
    static Element calledBack(Element body) throws Unreadable {
        return AnswerParser.inside(body, CALLED_BACK);
    }

    static boolean isAcknowledgement(Element body) throws Unreadable {
        return AnswerDocument.only(body, ACKNOWLEDGE + "Response").isPresent();
    }

    /** Code and text of a fault; the text is compared, and goes nowhere. */
    static Optional<Fault> fault(Element body) throws Unreadable {
        var code = AnswerParser.faultCode(body, "faultcode");
        return code.isPresent()
                ? Optional.of(
                        new Fault(
                                code.get(), AnswerParser.faultCode(body, "faultstring").orElse("")))
                : Optional.empty();
    }

    /** A fault of SOAP 1.1. */
    record Fault(String code, String text) {

        boolean isOurs() {
            return code.matches("(.*:)?Client(\\..*)?");
        }
    }

    private static String action(String operation) {
        return "\"" + CONTRACT + operation + "\"";
    }
}
