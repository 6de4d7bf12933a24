package bg.telenor.identity.regix;

import bg.telenor.identity.regix.ParsedAnswer.Unreadable;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An answer as one tree, from which both the signature is verified and the content is read: what is
 * believed is what was verified. It is built within limits, from a stream that knows no document
 * types and no entities; comments, which no signature covers, are left out.
 */
final class AnswerDocument {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NODES = 10_000;

    private final Document document;
    private final StringBuilder text = new StringBuilder();
    private Node current;
    private int depth;
    private int nodes;

    private AnswerDocument() {
        try {
            document =
                    DocumentBuilderFactory.newDefaultNSInstance()
                            .newDocumentBuilder()
                            .newDocument();
            current = document;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The envelope's body. */
    static Element body(byte[] answer) throws Unreadable {
        var envelope = new AnswerDocument().read(answer).getDocumentElement();
        if (!"Envelope".equals(envelope.getLocalName())) {
            throw new Unreadable("not an envelope");
        }
        return only(envelope, "Body").orElseThrow(() -> new Unreadable("an envelope without body"));
    }

    /** The only child of this name, in whatever namespace; two cannot both be meant. */
    static Optional<Element> only(Element parent, String name) throws Unreadable {
        var found = children(parent).filter(child -> name.equals(child.getLocalName())).toList();
        if (found.size() > 1) {
            throw new Unreadable("an element that is there twice");
        }
        return found.stream().findFirst();
    }

    static Stream<Element> children(Node parent) {
        return Stream.iterate(parent.getFirstChild(), node -> node != null, Node::getNextSibling)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    /** The element and all below it. */
    static Stream<Element> all(Element element) {
        return Stream.concat(Stream.of(element), children(element).flatMap(AnswerDocument::all));
    }

    private Document read(byte[] answer) throws Unreadable {
        try {
            var xml = factory().createXMLStreamReader(new StringReader(text(answer)));
            if ("1.1".equals(xml.getVersion())) {
                throw new Unreadable("a version of XML that nobody signs");
            }
            while (xml.hasNext()) {
                step(xml.next(), xml);
            }
            return document;
        } catch (XMLStreamException e) {
            throw new Unreadable("not well-formed XML");
        }
    }

    /** The register writes UTF-8; whatever else an answer says it is in, it is not from there. */
    private static String text(byte[] answer) throws Unreadable {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(answer));
            return text.toString().replaceFirst("^\uFEFF", "");
        } catch (CharacterCodingException e) {
            throw new Unreadable("not UTF-8");
        }
    }

    private void step(int event, XMLStreamReader xml) throws Unreadable {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(xml);
            case XMLStreamConstants.CHARACTERS,
                    XMLStreamConstants.CDATA,
                    XMLStreamConstants.SPACE ->
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            case XMLStreamConstants.END_ELEMENT -> {
                endText();
                current = current.getParentNode();
                depth--;
            }
            case XMLStreamConstants.START_DOCUMENT,
                    XMLStreamConstants.END_DOCUMENT,
                    XMLStreamConstants.COMMENT -> {}
            default -> throw new Unreadable("a document type, an entity or an instruction");
        }
    }

    private void start(XMLStreamReader xml) throws Unreadable {
        endText();
        depth++;
        nodes += 1 + xml.getNamespaceCount() + xml.getAttributeCount();
        if (depth > MAX_DEPTH || nodes > MAX_NODES) {
            throw new Unreadable("too many or too deep elements");
        }
        var name = name(xml.getPrefix(), xml.getLocalName());
        var element = document.createElementNS(namespace(xml.getNamespaceURI()), name);
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            var prefix = xml.getNamespacePrefix(i);
            element.setAttributeNS(
                    XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
                    prefix == null ? "xmlns" : "xmlns:" + prefix,
                    Objects.requireNonNullElse(xml.getNamespaceURI(i), ""));
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            element.setAttributeNS(
                    namespace(xml.getAttributeNamespace(i)),
                    name(xml.getAttributePrefix(i), xml.getAttributeLocalName(i)),
                    xml.getAttributeValue(i));
        }
        current = current.appendChild(element);
    }

    /** A text comes in pieces, around comments and character references, and is one. */
    private void endText() {
        if (!text.isEmpty() && current != document) {
            current.appendChild(document.createTextNode(text.toString()));
        }
        text.setLength(0);
    }

    private static String name(String prefix, String localName) {
        return prefix == null || prefix.isEmpty() ? localName : prefix + ":" + localName;
    }

    private static String namespace(String uri) {
        return uri == null || uri.isEmpty() ? null : uri;
    }

    /** Not kept: factories are cheap beside a call, and this one is not thread-safe. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
