package bg.telenor.identity.regix;

import static bg.telenor.identity.regix.RegisterDates.date;

import bg.telenor.identity.domain.Address;
import bg.telenor.identity.domain.PersonNames;
import bg.telenor.identity.domain.Photo;
import bg.telenor.identity.domain.RegisteredPerson;
import bg.telenor.identity.domain.RegisteredPerson.Document;
import bg.telenor.identity.domain.RegisteredPerson.Stay;
import bg.telenor.kit.value.DocumentNumber;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes of an answer's texts the person that they are about, whichever version they are of. */
final class PersonReader {

    private static final String PERMIT = "IdentityDocument/";
    private static final String TRAVEL_DOCUMENT = "TravelDocument/";

    /** Where a document's status may come with its reason. */
    private static final List<String> REASONS =
            List.of(
                    "DocumentStatusReason",
                    PERMIT + "StatusReasonCyrillic",
                    TRAVEL_DOCUMENT + "StatusReasonCyrillic");

    private final Set<String> validStatuses;
    private final Set<String> deceasedReasons;
    private final boolean residenceDecides;

    PersonReader(RegixConfig config) {
        validStatuses = upper(config.validStatuses());
        deceasedReasons = upper(config.deceasedReasons());
        residenceDecides = config.residenceDecides();
    }

    RegisteredPerson person(RegisterQuestion question, ParsedAnswer answer) {
        var texts = answer.response();
        return new RegisteredPerson(
                names(texts, "FirstName", "Surname", "FamilyName"),
                names(texts, "FirstNameLatin", "SurnameLatin", "LastNameLatin"),
                date(texts.get("BirthDate")),
                document(question, answer),
                address(texts),
                isDeceased(texts),
                Optional.ofNullable(answer.photo()).flatMap(Photo::of).orElse(null));
    }

    static boolean isDocument(DocumentNumber asked, String found) {
        try {
            return DocumentNumber.of(found).equals(asked);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static PersonNames names(
            Map<String, String> texts, String first, String father, String family) {
        var names =
                new PersonNames(
                        texts.get("PersonNames/" + first),
                        texts.get("PersonNames/" + father),
                        texts.get("PersonNames/" + family));
        return names.isEmpty() ? null : names;
    }

    private boolean isDeceased(Map<String, String> texts) {
        return RegisterDates.isSaid(texts.get("DeathDate"))
                || REASONS.stream()
                        .map(texts::get)
                        .filter(Objects::nonNull)
                        .anyMatch(reason -> deceasedReasons.contains(upper(reason)));
    }

    /** The register of foreigners is asked by person alone: the document may be another one. */
    private Document document(RegisterQuestion question, ParsedAnswer answer) {
        var texts = answer.response();
        return switch (question.kind()) {
            case IDENTITY_CARD ->
                    new Document(
                            question.document(),
                            date(texts.get("IssueDate")),
                            texts.get("IssuerPlace"),
                            texts.get("IssuerName"),
                            date(texts.get("ValidDate")),
                            isValid(texts.get("DocumentActualStatus")),
                            List.of());
            case RESIDENCE_PERMIT ->
                    onFile(
                            question.document(),
                            texts.get(PERMIT + "IdentityDocumentNumber"),
                            texts,
                            PERMIT,
                            residenceDecides ? stays(answer) : List.of());
            case TRAVEL_DOCUMENT ->
                    onFile(
                            question.document(),
                            travelDocumentNumber(texts),
                            texts,
                            TRAVEL_DOCUMENT,
                            List.of());
        };
    }

    /** What is on file is said of the document that was shown only if it is that one. */
    private Document onFile(
            DocumentNumber shown,
            String onFile,
            Map<String, String> texts,
            String of,
            List<Stay> stays) {
        if (onFile == null || !isDocument(shown, onFile)) {
            var valid = onFile == null ? null : (Boolean) false;
            return new Document(shown, null, null, null, null, valid, List.of());
        }
        return new Document(
                shown,
                date(texts.get(of + "IssueDate")),
                texts.get(of + "IssuePlace"),
                texts.get(of + "IssuerName"),
                date(texts.get(of + "ValidDate")),
                isValid(texts.get(of + "StatusCyrillic")),
                stays);
    }

    /** The number as it is printed, whether or not the register keeps the series in it too. */
    private static String travelDocumentNumber(Map<String, String> texts) {
        var number = texts.get(TRAVEL_DOCUMENT + "TravelDocumentNumber");
        var series = texts.get(TRAVEL_DOCUMENT + "TravelDocumentSeries");
        return number == null || series == null || number.startsWith(series)
                ? number
                : series + number;
    }

    /** A status without any date does not say when it is one. */
    private static List<Stay> stays(ParsedAnswer answer) {
        return answer.statuses().stream()
                .filter(status -> !status.isEmpty())
                .map(status -> new Stay(date(status.get("DateFrom")), date(status.get("DateTo"))))
                .toList();
    }

    private static Address address(Map<String, String> texts) {
        if (texts.keySet().stream().noneMatch(name -> name.startsWith("PermanentAddress/"))) {
            return null;
        }
        return new Address(
                texts.get("PermanentAddress/DistrictName"),
                texts.get("PermanentAddress/MunicipalityName"),
                texts.get("PermanentAddress/SettlementName"),
                texts.get("PermanentAddress/LocationName"),
                texts.get("PermanentAddress/BuildingNumber"),
                texts.get("PermanentAddress/Entrance"),
                texts.get("PermanentAddress/Floor"),
                texts.get("PermanentAddress/Apartment"));
    }

    private Boolean isValid(String status) {
        return status == null ? null : (Boolean) validStatuses.contains(upper(status));
    }

    private static Set<String> upper(Set<String> texts) {
        return texts.stream().map(PersonReader::upper).collect(Collectors.toSet());
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT).strip();
    }
}
