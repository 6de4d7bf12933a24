package bg.telenor.identity.regix;

import bg.telenor.identity.regix.ParsedAnswer.Unreadable;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.w3c.dom.Element;

/**
 * {@code RegiXEntryPoint.svc}: SOAP 1.2 with WS-Addressing, of old installations. Everything up to
 * the argument is in one namespace, request and result are not wrapped once more, and a result has
 * no number of its call.
 */
final class EntryPointV1 implements EntryPoint {

    private static final String PATH = "/RegiXEntryPoint.svc";
    private static final String TYPE = "application/soap+xml";
    private static final String ACTION = "http://tempuri.org/IRegiXEntryPoint/ExecuteSynchronous";
    private static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
    private static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";
    private static final String REGIX = "http://tempuri.org/";

    private static final List<String> RESULT =
            List.of("ExecuteSynchronousResponse", "ExecuteSynchronousResult");

    private final RegixConfig config;

    EntryPointV1(RegixConfig config) {
        if (config.processing() == RegixConfig.Processing.ASYNCHRONOUS) {
            throw new IllegalStateException(
                    "suite.regix.processing=ASYNCHRONOUS is not for suite.regix.entry-point=V1");
        }
        this.config = config;
    }

    @Override
    public URI address() {
        return config.url().resolve(config.path().orElse(PATH));
    }

    /** The action is a parameter of the media type here. */
    @Override
    public Map<String, String> headers() {
        return Map.of("Content-Type", TYPE + "; charset=utf-8; action=\"" + ACTION + "\"");
    }

    @Override
    public byte[] message(Operation operation, RegisterQuestion question) {
        return RequestWriter.write(
                xml -> {
                    xml.start("s", SOAP, "Envelope");
                    xml.start("s", SOAP, "Header");
                    addressing(xml);
                    xml.end();
                    xml.start("s", SOAP, "Body");
                    xml.start(REGIX, "ExecuteSynchronous");
                    xml.start("request");
                    xml.requestData(config, operation, question);
                });
    }

    /** The answer comes on the same connection: that is what the anonymous address says. */
    private void addressing(RequestWriter xml) {
        xml.start(ADDRESSING, "Action");
        xml.attribute("s", SOAP, "mustUnderstand", "1");
        xml.text(ACTION);
        xml.end();
        xml.start(ADDRESSING, "MessageID");
        xml.text("urn:uuid:" + UUID.randomUUID());
        xml.end();
        xml.start(ADDRESSING, "ReplyTo");
        xml.text("Address", ADDRESSING + "/anonymous");
        xml.end();
        xml.start(ADDRESSING, "To");
        xml.attribute("s", SOAP, "mustUnderstand", "1");
        xml.text(address().toString());
        xml.end();
    }

    /** A fault comes with 400 or 500, by whose it is; old servers send all with 500. */
    @Override
    public boolean holdsMessage(int status, String type) {
        return (status == 200 || status == 400 || status == 500) && type.startsWith(TYPE);
    }

    @Override
    public Optional<String> faultCode(Element body) throws Unreadable {
        return AnswerParser.faultCode(body, "Code/Value");
    }

    @Override
    public Element result(Element body) throws Unreadable {
        return AnswerParser.inside(body, RESULT);
    }
}
