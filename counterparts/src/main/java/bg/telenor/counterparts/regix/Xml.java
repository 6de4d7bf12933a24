package bg.telenor.counterparts.regix;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML as the register does. */
final class Xml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    /** Writes the inside of an element. */
    @FunctionalInterface
    interface Content {
        void write() throws XMLStreamException;
    }

    /** Text first, since the writer writes bytes one by one, and photos are large. */
    private final StringWriter text = new StringWriter();

    private final XMLStreamWriter writer;
    private Set<String> withheld = Set.of();

    Xml() throws XMLStreamException {
        this.writer = FACTORY.createXMLStreamWriter(text);
        writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    }

    /** An element that makes its namespace the default one of what is inside. */
    void root(String namespace, String name, Content content) throws XMLStreamException {
        writer.writeStartElement("", name, namespace);
        writer.writeDefaultNamespace(namespace);
        content.write();
        writer.writeEndElement();
    }

    /** Writes something of which elements of these names do not appear. */
    void withholding(Set<String> names, Content content) throws XMLStreamException {
        withheld = names;
        content.write();
        withheld = Set.of();
    }

    void element(String name, Content content) throws XMLStreamException {
        if (!withheld.contains(name)) {
            writer.writeStartElement(name);
            content.write();
            writer.writeEndElement();
        }
    }

    void identified(String name, String id, Content content) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeAttribute("id", id);
        content.write();
        writer.writeEndElement();
    }

    void text(String name, String text) throws XMLStreamException {
        element(name, () -> writer.writeCharacters(text));
    }

    void write(String text) throws XMLStreamException {
        writer.writeCharacters(text);
    }

    /** An element whose text is a name in a namespace, with a prefix that it declares. */
    void qualifiedName(String name, String namespace, String local) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeNamespace("q", namespace);
        writer.writeCharacters("q:" + local);
        writer.writeEndElement();
    }

    void inEnglish(String name, String text) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", "en");
        writer.writeCharacters(text);
        writer.writeEndElement();
    }

    /** A text element of no namespace, as the parts of a SOAP 1.1 fault are. */
    void unqualified(String name, String text) throws XMLStreamException {
        root("", name, () -> writer.writeCharacters(text));
    }

    /** A time of day that means nothing and a zone that is not said, as the register has it. */
    void dateTime(String name, LocalDate date) throws XMLStreamException {
        text(name, date + "T00:00:00");
    }

    void binary(String name, byte[] content) throws XMLStreamException {
        text(name, Base64.getEncoder().encodeToString(content));
    }

    byte[] bytes() throws XMLStreamException {
        writer.writeEndDocument();
        writer.flush();
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
