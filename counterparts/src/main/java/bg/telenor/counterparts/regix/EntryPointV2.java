package bg.telenor.counterparts.regix;

import static bg.telenor.counterparts.regix.ServiceRequest.child;

import bg.telenor.counterparts.Answer;
import bg.telenor.counterparts.Call;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.stream.XMLStreamException;
import org.w3c.dom.Element;

/** {@code RegiXEntryPointV2.svc/basic}, over SOAP 1.1. It numbers its calls. */
final class EntryPointV2 implements EntryPoint {

    private static final String TYPE = "text/xml";
    private static final String CONTRACT = "http://egov.bg/RegiX/IRegiXEntryPointV2/";
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String REGIX = "http://egov.bg/RegiX";
    private static final String SIGNED = "http://egov.bg/RegiX/SignedData";

    /** What is around a result, by the message that it is in. */
    enum Around {
        EXECUTED("ExecuteResponse", "ExecuteResult"),
        CHECKED("CheckResultResponse", "CheckResultResult"),
        CALLBACK("ExecuteCallback", "request");

        private final String outer;
        private final String inner;

        Around(String outer, String inner) {
            this.outer = outer;
            this.inner = inner;
        }
    }

    /** A call, as a caller names it. */
    record Named(String id, String code) {}

    private final AtomicLong serviceCalls = new AtomicLong(1_000_000);

    @Override
    public String path() {
        return "/RegiXEntryPointV2.svc/basic";
    }

    @Override
    public boolean takes(Call call) {
        return call.header("Content-Type").orElse("").startsWith(TYPE);
    }

    @Override
    public ServiceRequest read(Call call) throws ServiceRequest.Faulty {
        if (!isOf(call, "Execute")) {
            throw new ServiceRequest.Faulty("the action is not one of this contract");
        }
        var request = child(message(call, "Execute"), REGIX, "request");
        return ServiceRequest.read(
                child(request, SIGNED, "ServiceRequestData"), ServiceRequest.ORDER, null);
    }

    /** Whether a call is of this operation of the contract. */
    boolean isOf(Call call, String operation) {
        return call.header("SOAPAction").orElse("").equals("\"" + CONTRACT + operation + "\"");
    }

    /** The number and code that a message about a call names. */
    Named readCall(Call call, String operation) throws ServiceRequest.Faulty {
        var argument =
                child(
                        child(message(call, operation), REGIX, "argument"),
                        SIGNED,
                        "ServiceCheckResultArgument");
        return new Named(
                child(argument, SIGNED, "ServiceCallID").getTextContent(),
                child(argument, SIGNED, "VerificationCode").getTextContent());
    }

    String nextCall() {
        return Long.toString(serviceCalls.incrementAndGet());
    }

    @Override
    public Answer result(ServiceRequest request, Xml xml, Xml.Content inside)
            throws XMLStreamException {
        return result(Around.EXECUTED, nextCall(), UUID.randomUUID().toString(), xml, inside);
    }

    Answer result(Around around, String id, String code, Xml xml, Xml.Content inside)
            throws XMLStreamException {
        envelope(
                xml,
                () ->
                        xml.root(
                                REGIX,
                                around.outer,
                                () ->
                                        xml.element(
                                                around.inner,
                                                () -> signedData(xml, id, code, inside))));
        return Answer.of(200, TYPE + "; charset=utf-8", xml.bytes());
    }

    Answer notReady(Around around, String id, String code) throws XMLStreamException {
        var xml = new Xml();
        return result(
                around,
                id,
                code,
                xml,
                () -> {
                    xml.text("IsReady", "false");
                    xml.text("HasError", "false");
                });
    }

    Answer acknowledged() throws XMLStreamException {
        var xml = new Xml();
        envelope(xml, () -> xml.root(REGIX, "AcknowledgeResultReceivedResponse", () -> {}));
        return Answer.of(200, TYPE + "; charset=utf-8", xml.bytes());
    }

    @Override
    public Answer fault(String why) throws XMLStreamException {
        var xml = new Xml();
        envelope(
                xml,
                () ->
                        xml.element(
                                "Fault",
                                () -> {
                                    xml.unqualified("faultcode", "Client");
                                    xml.unqualified("faultstring", why);
                                }));
        return Answer.of(500, TYPE + "; charset=utf-8", xml.bytes());
    }

    private static Element message(Call call, String operation) throws ServiceRequest.Faulty {
        var body = child(ServiceRequest.root(call.body()), SOAP, "Body");
        return child(body, REGIX, operation);
    }

    private static void signedData(Xml xml, String id, String code, Xml.Content inside)
            throws XMLStreamException {
        xml.root(
                SIGNED,
                "ServiceResultData",
                () -> {
                    inside.write();
                    xml.text("ServiceCallID", id);
                    xml.text("VerificationCode", code);
                });
    }

    private static void envelope(Xml xml, Xml.Content body) throws XMLStreamException {
        xml.root(SOAP, "Envelope", () -> xml.element("Body", body));
    }
}
