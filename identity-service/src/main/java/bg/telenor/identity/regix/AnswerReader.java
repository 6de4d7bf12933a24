package bg.telenor.identity.regix;

import bg.telenor.identity.domain.RegisterAnswer;
import bg.telenor.identity.domain.RegisterAnswer.Found;
import bg.telenor.identity.domain.RegisterAnswer.Garbled;
import bg.telenor.identity.domain.RegisterAnswer.NoData;
import bg.telenor.identity.domain.RegisterAnswer.NotReady;
import bg.telenor.identity.domain.RegisterAnswer.RegisterRefused;
import bg.telenor.identity.domain.RegisterAnswer.Unknown;
import bg.telenor.identity.domain.RegisterAnswer.Untrusted;
import bg.telenor.identity.domain.RegisterCall;
import bg.telenor.identity.regix.AnswerSignatures.Doubtful;
import bg.telenor.identity.regix.ParsedAnswer.Unreadable;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Turns an answer's bytes into what they mean for the question that was asked. */
final class AnswerReader {

    private static final String SUCCESS = "0000";
    private static final String NO_DATA = "0100";

    private final EntryPoint entryPoint;
    private final PersonReader persons;
    private final Optional<AnswerSignatures> signatures;

    AnswerReader(RegixConfig config, Clock clock) {
        entryPoint = EntryPoint.of(config);
        persons = new PersonReader(config);
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
            case SUCCESS -> new Found(callId, persons.person(question, answer));
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
        var type = RequestWriter.identifierType(question);
        var numbers =
                texts(
                        answer.request().get("EGN"),
                        answer.request().get("Identifier"),
                        answer.response().get(type));
        var types = texts(answer.request().get("IdentifierType"), type);
        var documents =
                texts(
                        answer.request().get("IdentityDocumentNumber"),
                        answer.response().get("IdentityDocumentNumber"));
        return answer.kind().equals(question.register().responseName())
                && types.equals(Set.of(type))
                && numbers.equals(Set.of(question.number().value()))
                && documents.stream()
                        .allMatch(one -> PersonReader.isDocument(question.document(), one));
    }

    private static Set<String> texts(String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
