package bg.telenor.identity.regix;

import static bg.telenor.identity.regix.AnswerDocument.children;
import static bg.telenor.identity.regix.AnswerDocument.only;

import bg.telenor.identity.regix.ParsedAnswer.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * Reads an answer by the local names of its elements, whatever their namespaces, order and company:
 * versions of the register's schemas differ in both and share names. Only the texts listed here are
 * taken, and the picture when it was asked for; whatever else comes (signature image, height, Info)
 * goes with the answer's tree.
 */
final class AnswerParser {

    private static final int MAX_TEXT = 500;

    private static final Set<String> RESULT_TEXTS =
            Set.of("IsReady", "HasError", "ServiceCallID", "VerificationCode");

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
                    "PersonNames/FirstNameLatin",
                    "PersonNames/SurnameLatin",
                    "PersonNames/LastNameLatin",
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
                    "IdentityDocument/StatusReasonCyrillic",
                    "TravelDocument/TravelDocumentSeries",
                    "TravelDocument/TravelDocumentNumber",
                    "TravelDocument/IssueDate",
                    "TravelDocument/IssuePlace",
                    "TravelDocument/IssuerName",
                    "TravelDocument/ValidDate",
                    "TravelDocument/StatusCyrillic",
                    "TravelDocument/StatusReasonCyrillic",
                    "PermanentAddress/DistrictName",
                    "PermanentAddress/MunicipalityName",
                    "PermanentAddress/SettlementName",
                    "PermanentAddress/LocationName",
                    "PermanentAddress/BuildingNumber",
                    "PermanentAddress/Entrance",
                    "PermanentAddress/Floor",
                    "PermanentAddress/Apartment");

    private static final Set<String> STATUS_TEXTS = Set.of("DateFrom", "DateTo");

    /**
     * What a result says beside its data, where no signature covers it.
     *
     * @param callId the register's number of the call, or null
     * @param verificationCode what is said with the number to get the answer later, or null
     */
    record Status(boolean ready, boolean hasError, String callId, String verificationCode) {}

    private AnswerParser() {}

    /**
     * The code of a SOAP fault.
     *
     * @param path where in the fault it stands
     */
    static Optional<String> faultCode(Element body, String path) throws Unreadable {
        var fault = only(body, "Fault");
        return fault.isPresent()
                ? Optional.of(texts(fault.get(), Set.of(path)).getOrDefault(path, ""))
                : Optional.empty();
    }

    /** What is inside the one in the other, by name. */
    static Element inside(Element body, List<String> names) throws Unreadable {
        var element = body;
        for (var name : names) {
            element =
                    only(element, name)
                            .orElseThrow(() -> new Unreadable("neither a result nor a fault"));
        }
        return element;
    }

    static Status status(Element result) throws Unreadable {
        var texts = texts(result, RESULT_TEXTS);
        return new Status(
                !"false".equals(texts.get("IsReady")),
                isTrue(texts.get("HasError")),
                callId(texts.get("ServiceCallID")),
                verificationCode(texts.get("VerificationCode")));
    }

    /**
     * @param withPhoto whether the picture is taken, too
     */
    static ParsedAnswer data(Element data, boolean withPhoto) throws Unreadable {
        var request = root(data, "Request");
        var response = root(data, "Response");
        return new ParsedAnswer(
                request.isPresent() ? texts(request.get(), REQUEST_TEXTS) : Map.of(),
                response.map(Element::getLocalName).orElse(""),
                response.isPresent() ? texts(response.get(), RESPONSE_TEXTS) : Map.of(),
                response.isPresent() ? statuses(response.get()) : List.of(),
                withPhoto && response.isPresent() ? photo(response.get()) : null);
    }

    private static String photo(Element response) throws Unreadable {
        return only(response, "Picture").map(Element::getTextContent).orElse(null);
    }

    /** Several in one element, or one in each of several: versions differ. */
    private static List<Map<String, String>> statuses(Element response) throws Unreadable {
        var found = new ArrayList<Map<String, String>>();
        for (var statuses : named(response, "Statuses")) {
            for (var status : named(statuses, "Status")) {
                found.add(texts(status, STATUS_TEXTS));
            }
        }
        return found;
    }

    private static List<Element> named(Element parent, String name) {
        return children(parent).filter(child -> name.equals(child.getLocalName())).toList();
    }

    private static Optional<Element> root(Element data, String container) throws Unreadable {
        var roots = only(data, container).stream().flatMap(AnswerDocument::children).toList();
        if (roots.size() > 1) {
            throw new Unreadable("more than one " + container);
        }
        return roots.stream().findFirst();
    }

    /** The known texts of children and grandchildren, by path. */
    private static Map<String, String> texts(Element parent, Set<String> known) throws Unreadable {
        var texts = new HashMap<String, String>();
        for (var child : children(parent).toList()) {
            keep(texts, known, child.getLocalName(), child);
            for (var grandchild : children(child).toList()) {
                var path = child.getLocalName() + "/" + grandchild.getLocalName();
                keep(texts, known, path, grandchild);
            }
        }
        return Map.copyOf(texts);
    }

    /** An empty element is an absent one; a repeated one must say the same again. */
    private static void keep(
            Map<String, String> texts, Set<String> known, String path, Element element)
            throws Unreadable {
        if (!known.contains(path) || children(element).findAny().isPresent()) {
            return;
        }
        var text = element.getTextContent();
        if (text.length() > MAX_TEXT) {
            throw new Unreadable("a text that is too long");
        }
        var value = text.strip();
        if (!value.isEmpty()) {
            var before = texts.putIfAbsent(path, value);
            if (before != null && !before.equals(value)) {
                throw new Unreadable("an element that is there twice and differs");
            }
        }
    }

    private static boolean isTrue(String text) {
        return "true".equals(text) || "1".equals(text);
    }

    /** Digits only: it goes into evidence as it is. */
    private static String callId(String text) {
        return text != null && text.matches("[0-9]{1,20}") ? text : null;
    }

    /** Kept as it is: nothing that could be a text. */
    private static String verificationCode(String text) {
        return text != null && text.matches("[!-~]{1,200}") ? text : null;
    }
}
