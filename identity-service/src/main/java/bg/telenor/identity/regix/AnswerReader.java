package bg.telenor.identity.regix;

import bg.telenor.identity.domain.Address;
import bg.telenor.identity.domain.PersonNames;
import bg.telenor.identity.domain.Photo;
import bg.telenor.identity.domain.RegisterAnswer;
import bg.telenor.identity.domain.RegisterAnswer.Found;
import bg.telenor.identity.domain.RegisterAnswer.Garbled;
import bg.telenor.identity.domain.RegisterAnswer.NoData;
import bg.telenor.identity.domain.RegisterAnswer.NotReady;
import bg.telenor.identity.domain.RegisterAnswer.RegisterRefused;
import bg.telenor.identity.domain.RegisterAnswer.Unknown;
import bg.telenor.identity.domain.RegisterAnswer.Untrusted;
import bg.telenor.identity.domain.RegisterCall;
import bg.telenor.identity.domain.RegisteredPerson;
import bg.telenor.identity.domain.RegisteredPerson.Document;
import bg.telenor.identity.regix.AnswerSignatures.Doubtful;
import bg.telenor.identity.regix.ParsedAnswer.Unreadable;
import bg.telenor.kit.value.DocumentNumber;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Turns an answer's bytes into what they mean for the question that was asked. */
final class AnswerReader {

    private static final String SUCCESS = "0000";
    private static final String NO_DATA = "0100";
    private static final String LNCH = "LNCh";

    /** Dates come with a time that means nothing and no zone, or written the Bulgarian way. */
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(T.*|[Z+-].*)?");

    private static final Pattern BULGARIAN =
            Pattern.compile("(\\d{2})\\.(\\d{2})\\.(\\d{4})( ?г\\.?)?");

    /** Dates outside these years stand for "none", as 0001-01-01 and 9999-12-31 do. */
    private static final int FIRST_YEAR = 1800;

    private static final int LAST_YEAR = 2200;

    private final EntryPoint entryPoint;
    private final Set<String> validStatuses;
    private final Set<String> deceasedReasons;
    private final Optional<AnswerSignatures> signatures;

    AnswerReader(RegixConfig config, Clock clock) {
        entryPoint = EntryPoint.of(config);
        validStatuses = upper(config.validStatuses());
        deceasedReasons = upper(config.deceasedReasons());
        var signature = config.signature();
        signatures =
                signature.required()
                        ? Optional.of(
                                new AnswerSignatures(signature, new SignerTrust(signature, clock)))
                        : Optional.empty();
    }

    RegisterAnswer read(byte[] bytes, RegisterQuestion question) {
        try {
            var body = AnswerDocument.body(bytes);
            var fault = entryPoint.faultCode(body);
            return fault.isPresent()
                    ? ofFault(fault.get())
                    : read(entryPoint.result(body), question);
        } catch (Unreadable e) {
            return new Garbled(null);
        }
    }

    /** What a result means, wherever in a message it was. */
    RegisterAnswer read(Element result, RegisterQuestion question) {
        try {
            return ofResult(result, question);
        } catch (Unreadable e) {
            return new Garbled(null);
        } catch (Doubtful e) {
            return new Untrusted(e.doubt());
        }
    }

    /** A fault of ours will not go away by asking again; one of theirs may. */
    private static RegisterAnswer ofFault(String code) {
        return code.matches("(.*:)?(Client|Sender)(\\..*)?")
                ? new RegisterRefused(null)
                : new Unknown();
    }

    /** An error has no data, and the register signs nothing else: it refuses without signature. */
    private RegisterAnswer ofResult(Element result, RegisterQuestion question)
            throws Unreadable, Doubtful {
        var status = AnswerParser.status(result);
        if (status.hasError()) {
            return new RegisterRefused(status.callId());
        }
        var data = AnswerDocument.only(result, "Data");
        if (!status.ready() || data.isEmpty()) {
            return notReady(status);
        }
        if (signatures.isPresent()) {
            signatures.get().verify(result);
        }
        var answer = AnswerParser.data(data.get(), question.photo());
        return meaning(answer, status.callId(), question);
    }

    /**
     * By its documentation the register says "ready" when it is not, and by its code it does not:
     * what has no data and can be asked for later is not ready. Nothing of it is signed; it can
     * delay an answer and give none.
     */
    private static RegisterAnswer notReady(AnswerParser.Status status) {
        return status.callId() == null || status.verificationCode() == null
                ? new Garbled(status.callId())
                : new NotReady(new RegisterCall(status.callId(), status.verificationCode()));
    }

    private RegisterAnswer meaning(ParsedAnswer answer, String callId, RegisterQuestion question) {
        var code = answer.response().get("ReturnInformations/ReturnCode");
        if (code == null || !isAbout(question, answer)) {
            return new Garbled(callId);
        }
        return switch (code) {
            case SUCCESS -> new Found(callId, person(question, answer));
            case NO_DATA -> new NoData(callId);
            default -> new Garbled(callId);
        };
    }

    /**
     * Whether the answer is of the asked register and every identifier in it is the asked one, and
     * at least one is there: what is not granted does not arrive, but then the request at least is
     * repeated.
     */
    private static boolean isAbout(RegisterQuestion question, ParsedAnswer answer) {
        var number = question.number().value();
        var numbers =
                switch (question.number()) {
                    case Egn egn ->
                            texts(answer.request().get("EGN"), answer.response().get("EGN"));
                    case Lnch lnch ->
                            texts(
                                    answer.request().get("Identifier"),
                                    answer.response().get("LNCh"));
                };
        var documents =
                texts(
                        answer.request().get("IdentityDocumentNumber"),
                        answer.response().get("IdentityDocumentNumber"));
        return answer.kind().equals(kind(question))
                && texts(answer.request().get("IdentifierType"), LNCH).equals(Set.of(LNCH))
                && numbers.equals(Set.of(number))
                && documents.stream().allMatch(found -> isDocument(question.document(), found));
    }

    private static String kind(RegisterQuestion question) {
        return switch (question.number()) {
            case Egn egn -> "PersonalIdentityInfoResponse";
            case Lnch lnch -> "ForeignIdentityInfoResponse";
        };
    }

    private RegisteredPerson person(RegisterQuestion question, ParsedAnswer answer) {
        var texts = answer.response();
        var names =
                new PersonNames(
                        texts.get("PersonNames/FirstName"),
                        texts.get("PersonNames/Surname"),
                        texts.get("PersonNames/FamilyName"));
        var reason = texts.get("DocumentStatusReason");
        return new RegisteredPerson(
                names.isEmpty() ? null : names,
                date(texts.get("BirthDate")),
                document(question, texts),
                address(texts),
                texts.containsKey("DeathDate")
                        || (reason != null && deceasedReasons.contains(upper(reason))),
                Optional.ofNullable(answer.photo()).flatMap(Photo::of).orElse(null));
    }

    private Document document(RegisterQuestion question, Map<String, String> texts) {
        return switch (question.number()) {
            case Egn egn ->
                    new Document(
                            question.document(),
                            date(texts.get("IssueDate")),
                            texts.get("IssuerPlace"),
                            texts.get("IssuerName"),
                            date(texts.get("ValidDate")),
                            isValid(texts.get("DocumentActualStatus")));
            case Lnch lnch -> foreignersDocument(question, texts);
        };
    }

    /** The register of foreigners is asked by number alone: the document may be another one. */
    private Document foreignersDocument(RegisterQuestion question, Map<String, String> texts) {
        var number = texts.get("IdentityDocument/IdentityDocumentNumber");
        boolean same = number == null || isDocument(question.document(), number);
        return new Document(
                question.document(),
                date(texts.get("IdentityDocument/IssueDate")),
                texts.get("IdentityDocument/IssuePlace"),
                texts.get("IdentityDocument/IssuerName"),
                date(texts.get("IdentityDocument/ValidDate")),
                same ? isValid(texts.get("IdentityDocument/StatusCyrillic")) : (Boolean) false);
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

    private static boolean isDocument(DocumentNumber asked, String found) {
        try {
            return DocumentNumber.of(found).equals(asked);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The date as it is written, or null where it is none that means anything. */
    static LocalDate date(String text) {
        if (text == null) {
            return null;
        }
        var iso = ISO.matcher(text);
        var bulgarian = BULGARIAN.matcher(text);
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        return bulgarian.matches()
                ? date(bulgarian.group(3), bulgarian.group(2), bulgarian.group(1))
                : null;
    }

    private static LocalDate date(String year, String month, String day) {
        try {
            var date =
                    LocalDate.of(
                            Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR ? null : date;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Set<String> texts(String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static Set<String> upper(Set<String> texts) {
        return texts.stream().map(AnswerReader::upper).collect(Collectors.toSet());
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT).strip();
    }
}
