package bg.telenor.counterparts.regix;

import static bg.telenor.counterparts.regix.ServiceRequest.child;

import bg.telenor.counterparts.Answer;
import bg.telenor.counterparts.Call;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.stream.XMLStreamException;

/** {@code RegiXEntryPointV2.svc/basic}, over SOAP 1.1. It numbers its calls. */
final class EntryPointV2 implements EntryPoint {

    private static final String TYPE = "text/xml";
    private static final String ACTION = "\"http://egov.bg/RegiX/IRegiXEntryPointV2/Execute\"";
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String REGIX = "http://egov.bg/RegiX";
    private static final String SIGNED = "http://egov.bg/RegiX/SignedData";

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
        if (!call.header("SOAPAction").orElse("").equals(ACTION)) {
            throw new ServiceRequest.Faulty("the action is not one of this contract");
        }
        var body = child(ServiceRequest.root(call.body()), SOAP, "Body");
        var request = child(child(body, REGIX, "Execute"), REGIX, "request");
        return ServiceRequest.read(
                child(request, SIGNED, "ServiceRequestData"), ServiceRequest.ORDER, null);
    }

    @Override
    public Answer result(ServiceRequest request, Xml xml, Xml.Content inside)
            throws XMLStreamException {
        envelope(
                xml,
                () ->
                        xml.root(
                                REGIX,
                                "ExecuteResponse",
                                () -> xml.element("ExecuteResult", () -> signedData(xml, inside))));
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

    private void signedData(Xml xml, Xml.Content inside) throws XMLStreamException {
        xml.root(
                SIGNED,
                "ServiceResultData",
                () -> {
                    inside.write();
                    xml.text("ServiceCallID", Long.toString(serviceCalls.incrementAndGet()));
                    xml.text("VerificationCode", UUID.randomUUID().toString());
                });
    }

    private static void envelope(Xml xml, Xml.Content body) throws XMLStreamException {
        xml.root(SOAP, "Envelope", () -> xml.element("Body", body));
    }
}
