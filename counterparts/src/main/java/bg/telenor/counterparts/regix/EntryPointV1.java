package bg.telenor.counterparts.regix;

import static bg.telenor.counterparts.regix.ServiceRequest.child;

import bg.telenor.counterparts.Answer;
import bg.telenor.counterparts.Call;
import javax.xml.stream.XMLStreamException;
import org.w3c.dom.Element;

/**
 * {@code RegiXEntryPoint.svc}, over SOAP 1.2 with WS-Addressing. Request and result are themselves
 * what the other entry point wraps, all in one namespace.
 */
final class EntryPointV1 implements EntryPoint {

    private static final String TYPE = "application/soap+xml";
    private static final String ACTION = "http://tempuri.org/IRegiXEntryPoint/ExecuteSynchronous";
    private static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
    private static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";
    private static final String ANONYMOUS = ADDRESSING + "/anonymous";
    private static final String REGIX = "http://tempuri.org/";

    @Override
    public String path() {
        return "/RegiXEntryPoint.svc";
    }

    @Override
    public boolean takes(Call call) {
        return call.header("Content-Type").orElse("").startsWith(TYPE);
    }

    @Override
    public ServiceRequest read(Call call) throws ServiceRequest.Faulty {
        var type = call.header("Content-Type").orElse("");
        if (!type.contains("action=\"" + ACTION + "\"")) {
            throw new ServiceRequest.Faulty("the action is not one of this contract");
        }
        var envelope = ServiceRequest.root(call.body());
        var header = child(envelope, SOAP, "Header");
        want(header, "Action", ACTION);
        want(child(header, ADDRESSING, "ReplyTo"), "Address", ANONYMOUS);
        if (!text(header, "To").endsWith(path())) {
            throw new ServiceRequest.Faulty("the message is for another address");
        }
        var id = text(header, "MessageID");
        var body = child(envelope, SOAP, "Body");
        return ServiceRequest.read(
                child(child(body, REGIX, "ExecuteSynchronous"), REGIX, "request"),
                ServiceRequest.ORDER_OF_OLD,
                id);
    }

    @Override
    public Answer result(ServiceRequest request, Xml xml, Xml.Content inside)
            throws XMLStreamException {
        envelope(
                xml,
                ACTION + "Response",
                request.messageId(),
                () ->
                        xml.root(
                                REGIX,
                                "ExecuteSynchronousResponse",
                                () -> xml.element("ExecuteSynchronousResult", inside)));
        return Answer.of(200, TYPE + "; charset=utf-8", xml.bytes());
    }

    @Override
    public Answer fault(String why) throws XMLStreamException {
        var xml = new Xml();
        envelope(
                xml,
                ADDRESSING + "/fault",
                null,
                () ->
                        xml.element(
                                "Fault",
                                () -> {
                                    xml.element(
                                            "Code",
                                            () -> xml.qualifiedName("Value", SOAP, "Sender"));
                                    xml.element("Reason", () -> xml.inEnglish("Text", why));
                                }));
        return Answer.of(500, TYPE + "; charset=utf-8", xml.bytes());
    }

    private static void envelope(Xml xml, String action, String relatesTo, Xml.Content body)
            throws XMLStreamException {
        xml.root(
                SOAP,
                "Envelope",
                () -> {
                    xml.element(
                            "Header",
                            () -> {
                                xml.root(ADDRESSING, "Action", () -> xml.write(action));
                                if (relatesTo != null) {
                                    xml.root(ADDRESSING, "RelatesTo", () -> xml.write(relatesTo));
                                }
                            });
                    xml.element("Body", body);
                });
    }

    private static void want(Element parent, String name, String text)
            throws ServiceRequest.Faulty {
        if (!text(parent, name).equals(text)) {
            throw new ServiceRequest.Faulty(name + " does not fit");
        }
    }

    private static String text(Element parent, String name) throws ServiceRequest.Faulty {
        return child(parent, ADDRESSING, name).getTextContent();
    }
}
