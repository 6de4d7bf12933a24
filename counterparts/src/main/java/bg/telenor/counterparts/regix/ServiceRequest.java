package bg.telenor.counterparts.regix;

import bg.telenor.kit.value.PersonalNumber;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What a caller asks, read as strictly as the real one's contract: elements in their order, each in
 * its namespace.
 *
 * @param document the number of the identity document, or null where the operation takes none
 * @param argument the argument itself, which the answer repeats
 * @param messageId the caller's name for the message, or null where the entry point has none
 * @param later whether it is to be answered later, and where
 */
record ServiceRequest(
        Operation operation,
        PersonalNumber number,
        String document,
        Map<String, String> callContext,
        Map<String, String> argument,
        String messageId,
        Later later) {

    /**
     * @param callbackUrl where the answer is to be brought, or null
     */
    record Later(boolean wanted, String callbackUrl) {}

    /** What a request consists of, in this order. */
    static final List<String> ORDER =
            List.of(
                    "RequestProcessing",
                    "ResponseProcessing",
                    "Operation",
                    "Argument",
                    "EIDToken",
                    "CallContext",
                    "CallbackURL",
                    "EmployeeEGN",
                    "CitizenEGN",
                    "SignResult",
                    "ReturnAccessMatrix");

    /** As long as nothing could be said of how it is processed. */
    static final List<String> ORDER_OF_OLD = ORDER.subList(2, ORDER.size());

    private static final List<String> CONTEXT_ORDER =
            List.of(
                    "ServiceURI",
                    "ServiceType",
                    "EmployeeIdentifier",
                    "EmployeeNames",
                    "EmployeeAditionalIdentifier",
                    "EmployeePosition",
                    "AdministrationOId",
                    "AdministrationName",
                    "ResponsiblePersonIdentifier",
                    "LawReason",
                    "Remark");
    private static final List<String> NEEDED_CONTEXT =
            List.of(
                    "ServiceURI",
                    "ServiceType",
                    "EmployeeIdentifier",
                    "EmployeeNames",
                    "LawReason");

    /** A request that ends in a SOAP fault. */
    static final class Faulty extends Exception {

        private static final long serialVersionUID = 1L;

        Faulty(String why) {
            super(why);
        }
    }

    /** What the adapters of the ministry want in the call context and do not find. */
    List<String> missingContext() {
        return NEEDED_CONTEXT.stream()
                .filter(name -> callContext.getOrDefault(name, "").isBlank())
                .toList();
    }

    /**
     * @param request whose namespace is that of all up to the argument
     * @param messageId of WS-Addressing, or null without it
     */
    static ServiceRequest read(Element request, List<String> order, String messageId)
            throws Faulty {
        var parts = inOrder(request, order);
        for (var needed : List.of("Operation", "Argument", "CallContext", "SignResult")) {
            if (!parts.containsKey(needed)) {
                throw new Faulty(needed + " is missing");
            }
        }
        var operation =
                Operation.named(parts.get("Operation").getTextContent())
                        .orElseThrow(() -> new Faulty("there is no such operation"));
        var registry = operation.registry;
        var argument =
                child(parts.get("Argument"), registry.requestNamespace, registry.requestName);
        return of(
                operation,
                texts(argument, registry.requestNamespace),
                contextOf(parts.get("CallContext")),
                messageId,
                later(parts));
    }

    private static ServiceRequest of(
            Operation operation,
            Map<String, String> argument,
            Map<String, String> context,
            String messageId,
            Later later)
            throws Faulty {
        try {
            return switch (operation.registry) {
                case BDS ->
                        new ServiceRequest(
                                operation,
                                PersonalNumber.of(PersonalNumber.Type.EGN, argument.get("EGN")),
                                argument.get("IdentityDocumentNumber"),
                                context,
                                argument,
                                messageId,
                                later);
                case ERCH ->
                        new ServiceRequest(
                                operation,
                                PersonalNumber.of(
                                        type(argument.get("IdentifierType")),
                                        argument.get("Identifier")),
                                null,
                                context,
                                argument,
                                messageId,
                                later);
            };
        } catch (IllegalArgumentException e) {
            throw new Faulty("the argument does not fit the operation");
        }
    }

    /** Flags are names with blanks between. */
    private static Later later(Map<String, Element> parts) {
        var processing = parts.get("RequestProcessing");
        var address = parts.get("CallbackURL");
        return new Later(
                processing != null
                        && List.of(processing.getTextContent().split(" ")).contains("Asynchronous"),
                address == null ? null : address.getTextContent());
    }

    private static PersonalNumber.Type type(String name) {
        return "LNCh".equals(name) ? PersonalNumber.Type.LNCH : PersonalNumber.Type.valueOf(name);
    }

    private static Map<String, String> contextOf(Element callContext) throws Faulty {
        var context = new HashMap<String, String>();
        inOrder(callContext, CONTEXT_ORDER)
                .forEach((name, element) -> context.put(name, element.getTextContent()));
        return context;
    }

    private static Map<String, String> texts(Element parent, String namespace) throws Faulty {
        var texts = new HashMap<String, String>();
        for (var element : children(parent)) {
            if (!namespace.equals(element.getNamespaceURI())) {
                throw new Faulty("an element of the argument is in a wrong namespace");
            }
            texts.put(element.getLocalName(), element.getTextContent());
        }
        return texts;
    }

    /** The children by name; the real one silently skips what is out of order, this one says so. */
    private static Map<String, Element> inOrder(Element parent, List<String> order) throws Faulty {
        var found = new HashMap<String, Element>();
        int at = -1;
        for (var element : children(parent)) {
            int place = order.indexOf(element.getLocalName());
            boolean same = parent.getNamespaceURI().equals(element.getNamespaceURI());
            if (!same || place <= at) {
                throw new Faulty(element.getLocalName() + " is not expected here");
            }
            at = place;
            found.put(element.getLocalName(), element);
        }
        return found;
    }

    static Element child(Element parent, String namespace, String name) throws Faulty {
        for (var element : children(parent)) {
            if (name.equals(element.getLocalName())
                    && namespace.equals(element.getNamespaceURI())) {
                return element;
            }
        }
        throw new Faulty(name + " is missing in " + parent.getLocalName());
    }

    private static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static Element root(byte[] envelope) throws Faulty {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(envelope));
            return document.getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new Faulty("the request is not XML");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
