package bg.telenor.identity.regix;

import bg.telenor.identity.regix.ParsedAnswer.Unreadable;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** {@code RegiXEntryPointV2.svc/basic}: SOAP 1.1 without addressing, the way of today. */
final class EntryPointV2 implements EntryPoint {

    private static final String PATH = "/RegiXEntryPointV2.svc/basic";
    private static final String TYPE = "text/xml";
    private static final String ACTION = "\"http://egov.bg/RegiX/IRegiXEntryPointV2/Execute\"";
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String REGIX = "http://egov.bg/RegiX";
    private static final String SIGNED_DATA = "http://egov.bg/RegiX/SignedData";

    private static final List<String> RESULT =
            List.of("ExecuteResponse", "ExecuteResult", "ServiceResultData");

    private final RegixConfig config;

    EntryPointV2(RegixConfig config) {
        this.config = config;
    }

    @Override
    public URI address() {
        return config.url().resolve(config.path().orElse(PATH));
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Content-Type", TYPE + "; charset=utf-8", "SOAPAction", ACTION);
    }

    @Override
    public byte[] message(Operation operation, RegisterQuestion question) {
        return RequestWriter.write(
                xml -> {
                    xml.start(SOAP, "Envelope");
                    xml.start("Body");
                    xml.start(REGIX, "Execute");
                    xml.start("request");
                    xml.start(SIGNED_DATA, "ServiceRequestData");
                    xml.requestData(config, operation, question);
                });
    }

    /** A fault comes with 500. */
    @Override
    public boolean holdsMessage(int status, String type) {
        return (status == 200 || status == 500) && type.startsWith(TYPE);
    }

    @Override
    public Optional<String> faultCode(Element body) throws Unreadable {
        return AnswerParser.faultCode(body, "faultcode");
    }

    @Override
    public Element result(Element body) throws Unreadable {
        return AnswerParser.inside(body, RESULT);
    }
}
