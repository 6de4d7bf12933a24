package bg.telenor.identity.regix;

import bg.telenor.identity.regix.ParsedAnswer.Unreadable;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an answer by the local names of its elements, whatever their namespaces, order and company:
 * versions of the register's schemas differ in both and share names. Only the texts listed here are
 * ever held; whatever else comes (photo, signature, height, Info) is skipped as it streams by.
 */
final class AnswerParser {

    private static final int MAX_DEPTH = 32;
    private static final int MAX_ELEMENTS = 10_000;
    private static final int MAX_TEXT = 500;

    private static final List<String> RESULT =
            List.of("Envelope", "Body", "ExecuteResponse", "ExecuteResult", "ServiceResultData");
    private static final List<String> FAULT_CODE =
            List.of("Envelope", "Body", "Fault", "faultcode");

    private static final Set<String> RESULT_TEXTS = Set.of("IsReady", "HasError", "ServiceCallID");

    private static final Set<String> REQUEST_TEXTS =
            Set.of("EGN", "IdentityDocumentNumber", "IdentifierType", "Identifier");

    private static final Set<String> RESPONSE_TEXTS =
            Set.of(
                    "ReturnInformations/ReturnCode",
                    "EGN",
                    "LNCh",
                    "PersonNames/FirstName",
                    "PersonNames/Surname",
                    "PersonNames/FamilyName",
                    "BirthDate",
                    "DeathDate",
                    "DocumentActualStatus",
                    "DocumentStatusReason",
                    "IdentityDocumentNumber",
                    "IssueDate",
                    "IssuerPlace",
                    "IssuerName",
                    "ValidDate",
                    "IdentityDocument/IdentityDocumentNumber",
                    "IdentityDocument/IssueDate",
                    "IdentityDocument/IssuePlace",
                    "IdentityDocument/IssuerName",
                    "IdentityDocument/ValidDate",
                    "IdentityDocument/StatusCyrillic",
                    "PermanentAddress/DistrictName",
                    "PermanentAddress/MunicipalityName",
                    "PermanentAddress/SettlementName",
                    "PermanentAddress/LocationName",
                    "PermanentAddress/BuildingNumber",
                    "PermanentAddress/Entrance",
                    "PermanentAddress/Floor",
                    "PermanentAddress/Apartment");

    private final List<String> path = new ArrayList<>();
    private final Map<String, String> result = new HashMap<>();
    private final Map<String, String> request = new HashMap<>();
    private final Map<String, String> response = new HashMap<>();
    private int elements;
    private boolean complete;
    private String faultCode;
    private StringBuilder text;

    private AnswerParser() {}

    static ParsedAnswer parse(byte[] answer) throws Unreadable {
        return new AnswerParser().read(answer);
    }

    private ParsedAnswer read(byte[] answer) throws Unreadable {
        try {
            var xml = factory().createXMLStreamReader(new StringReader(text(answer)));
            while (xml.hasNext()) {
                step(xml.next(), xml);
            }
        } catch (XMLStreamException e) {
            throw new Unreadable("not well-formed XML");
        }
        if (!complete && faultCode == null) {
            throw new Unreadable("neither a result nor a fault");
        }
        return new ParsedAnswer(
                faultCode,
                !"false".equals(result.get("IsReady")),
                isTrue(result.get("HasError")),
                callId(result.get("ServiceCallID")),
                Map.copyOf(request),
                Map.copyOf(response));
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
            case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
            case XMLStreamConstants.CHARACTERS,
                    XMLStreamConstants.CDATA,
                    XMLStreamConstants.SPACE ->
                    characters(xml);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new Unreadable("a document type or entity");
            default -> {
                // Comments and processing instructions mean nothing here.
            }
        }
    }

    private void start(String localName) throws Unreadable {
        elements++;
        path.add(localName);
        if (elements > MAX_ELEMENTS || path.size() > MAX_DEPTH) {
            throw new Unreadable("too many or too deep elements");
        }
        text = target() == null && !path.equals(FAULT_CODE) ? null : new StringBuilder();
    }

    private void characters(XMLStreamReader xml) throws Unreadable {
        if (text != null) {
            if (text.length() + xml.getTextLength() > MAX_TEXT) {
                throw new Unreadable("a text that is too long");
            }
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
    }

    private void end() throws Unreadable {
        if (path.equals(RESULT)) {
            complete = true;
        } else if (text != null && path.equals(FAULT_CODE)) {
            faultCode = text.toString().strip();
        } else if (text != null) {
            keep(target(), text.toString().strip());
        }
        text = null;
        path.removeLast();
    }

    /** An empty element is an absent one; a repeated one must say the same again. */
    private void keep(Target target, String value) throws Unreadable {
        if (!value.isEmpty()) {
            var before = target.texts().putIfAbsent(target.name(), value);
            if (before != null && !before.equals(value)) {
                throw new Unreadable("an element that is there twice and differs");
            }
        }
    }

    private record Target(Map<String, String> texts, String name) {}

    /** Where the text of the current element goes, or null when it is none of ours. */
    private Target target() {
        int depth = RESULT.size();
        if (path.size() <= depth || !path.subList(0, depth).equals(RESULT)) {
            return null;
        }
        var below = path.subList(depth, path.size());
        if (below.size() == 1) {
            return target(RESULT_TEXTS, result, below.getFirst());
        }
        if (below.size() < 4 || !below.getFirst().equals("Data")) {
            return null;
        }
        // Data/Request/<root>/… and Data/Response/<root>/…
        var name = String.join("/", below.subList(3, below.size()));
        return switch (below.get(1)) {
            case "Request" -> target(REQUEST_TEXTS, request, name);
            case "Response" -> target(RESPONSE_TEXTS, response, name);
            default -> null;
        };
    }

    private static Target target(Set<String> known, Map<String, String> texts, String name) {
        return known.contains(name) ? new Target(texts, name) : null;
    }

    /** Not kept: factories are cheap beside a call, and this one is not thread-safe. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    private static boolean isTrue(String text) {
        return "true".equals(text) || "1".equals(text);
    }

    /** Digits only: it goes into evidence as it is. */
    private static String callId(String text) {
        return text != null && text.matches("[0-9]{1,20}") ? text : null;
    }
}
