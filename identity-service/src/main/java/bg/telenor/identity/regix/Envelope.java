package bg.telenor.identity.regix;

import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a question as the SOAP 1.1 message of {@code Execute}, every element in its order. */
final class Envelope {

    static final String SOAP_ACTION = "\"http://egov.bg/RegiX/IRegiXEntryPointV2/Execute\"";

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String REGIX = "http://egov.bg/RegiX";
    private static final String SIGNED_DATA = "http://egov.bg/RegiX/SignedData";
    private static final String CITIZEN =
            "http://egov.bg/RegiX/MVR/BDS/PersonalIdentityInfoRequest";
    private static final String FOREIGNER =
            "http://egov.bg/RegiX/MVR/RCH/ForeignIdentityInfoRequest";

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final RegixConfig config;
    private final RegisterQuestion question;
    private final RegixConfig.Ground ground;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    private Envelope(RegixConfig config, RegisterQuestion question) throws XMLStreamException {
        this.config = config;
        this.question = question;
        this.ground = config.grounds().get(question.purpose());
        if (ground == null) {
            throw new IllegalArgumentException("the register is not asked for this purpose");
        }
        this.xml = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    }

    static byte[] of(RegixConfig config, RegisterQuestion question) {
        try {
            return new Envelope(config, question).write();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("the question cannot be written as XML", e);
        }
    }

    static String operation(RegixConfig config, RegisterQuestion question) {
        return switch (question.number()) {
            case Egn egn -> config.citizenOperation();
            case Lnch lnch -> config.foreignerOperation();
        };
    }

    private byte[] write() throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        start(SOAP, "Envelope");
        xml.writeStartElement("Body");
        start(REGIX, "Execute");
        xml.writeStartElement("request");
        start(SIGNED_DATA, "ServiceRequestData");
        text("Operation", operation(config, question));
        xml.writeStartElement("Argument");
        argument();
        xml.writeEndElement();
        callContext();
        text("SignResult", "true");
        text("ReturnAccessMatrix", "false");
        xml.writeEndDocument();
        xml.flush();
        return bytes.toByteArray();
    }

    private void argument() throws XMLStreamException {
        switch (question.number()) {
            case Egn egn -> {
                start(CITIZEN, "PersonalIdentityInfoRequest");
                text("IdentityDocumentNumber", question.document().value());
                text("EGN", egn.value());
            }
            case Lnch lnch -> {
                start(FOREIGNER, "ForeignIdentityInfoRequest");
                text("IdentifierType", "LNCh");
                text("Identifier", lnch.value());
            }
        }
        xml.writeEndElement();
    }

    private void callContext() throws XMLStreamException {
        xml.writeStartElement("CallContext");
        text("ServiceURI", question.caseId().toString());
        text("ServiceType", ground.serviceType());
        text("EmployeeIdentifier", question.employee());
        text("EmployeeNames", question.employee());
        text("AdministrationOId", config.administrationOid());
        text("AdministrationName", config.administrationName());
        text("LawReason", ground.lawReason());
        xml.writeEndElement();
    }

    /** An element that makes its namespace the default one of what is inside. */
    private void start(String namespace, String name) throws XMLStreamException {
        xml.writeStartElement("", name, namespace);
        xml.writeDefaultNamespace(namespace);
    }

    private void text(String name, Optional<String> text) throws XMLStreamException {
        if (text.isPresent()) {
            text(name, text.get());
        }
    }

    private void text(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
