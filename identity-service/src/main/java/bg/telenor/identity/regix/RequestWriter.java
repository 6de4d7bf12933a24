package bg.telenor.identity.regix;

import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a message to the register, every element in its order. */
final class RequestWriter {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    /** A step of writing, which has nowhere to fail to but memory. */
    @FunctionalInterface
    private interface Step {
        void run() throws XMLStreamException;
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    private RequestWriter() throws XMLStreamException {
        this.xml = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    }

    /**
     * The bytes of a document; what is left open at its end is ended.
     *
     * @throws IllegalArgumentException when something cannot be written as XML
     */
    static byte[] write(Consumer<RequestWriter> content) {
        try {
            var writer = new RequestWriter();
            writer.xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            content.accept(writer);
            writer.xml.writeEndDocument();
            writer.xml.flush();
            return writer.bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("the question cannot be written as XML", e);
        }
    }

    /** An element of the namespace around it. */
    void start(String name) {
        step(() -> xml.writeStartElement(name));
    }

    /** An element that makes its namespace the default one of what is inside. */
    void start(String namespace, String name) {
        step(
                () -> {
                    xml.writeStartElement("", name, namespace);
                    xml.writeDefaultNamespace(namespace);
                });
    }

    /** An element with a prefix, which it declares where none above has. */
    void start(String prefix, String namespace, String name) {
        step(
                () -> {
                    boolean known = prefix.equals(xml.getPrefix(namespace));
                    xml.writeStartElement(prefix, name, namespace);
                    if (!known) {
                        xml.writeNamespace(prefix, namespace);
                    }
                });
    }

    void attribute(String prefix, String namespace, String name, String value) {
        step(() -> xml.writeAttribute(prefix, namespace, name, value));
    }

    void text(String text) {
        step(() -> xml.writeCharacters(text));
    }

    void text(String name, String text) {
        start(name);
        text(text);
        end();
    }

    void text(String name, Optional<String> text) {
        text.ifPresent(some -> text(name, some));
    }

    void end() {
        step(xml::writeEndElement);
    }

    /** What the register is asked, in the namespace around it. */
    void requestData(RegixConfig config, Operation operation, RegisterQuestion question) {
        var ground = config.grounds().get(question.purpose());
        if (ground == null) {
            throw new IllegalArgumentException("the register is not asked for this purpose");
        }
        boolean later = config.processing() == RegixConfig.Processing.ASYNCHRONOUS;
        if (later) {
            text("RequestProcessing", "Asynchronous");
        }
        text("Operation", operation.fullName());
        start("Argument");
        argument(operation.register(), question);
        end();
        start("CallContext");
        callContext(config, ground, question);
        end();
        if (later) {
            text("CallbackURL", config.callbackUrl().map(URI::toString));
        }
        text("SignResult", "true");
        text("ReturnAccessMatrix", "false");
    }

    private void argument(Operation.Register register, RegisterQuestion question) {
        start(register.requestNamespace(), register.requestName());
        switch (register) {
            case BDS -> {
                text("IdentityDocumentNumber", question.document().value());
                text("EGN", question.number().value());
            }
            case ERCH -> {
                text("IdentifierType", identifierType(question));
                text("Identifier", question.number().value());
            }
        }
        end();
    }

    /** The register of foreigners knows both numbers; some foreigners have an EGN. */
    static String identifierType(RegisterQuestion question) {
        return switch (question.number()) {
            case Egn egn -> "EGN";
            case Lnch lnch -> "LNCh";
        };
    }

    private void callContext(
            RegixConfig config, RegixConfig.Ground ground, RegisterQuestion question) {
        text("ServiceURI", question.caseId().toString());
        text("ServiceType", ground.serviceType());
        text("EmployeeIdentifier", question.employee());
        text("EmployeeNames", question.employee());
        text("AdministrationOId", config.administrationOid());
        text("AdministrationName", config.administrationName());
        text("LawReason", ground.lawReason());
    }

    private static void step(Step step) {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("the question cannot be written as XML", e);
        }
    }
}
