package bg.telenor.counterparts.regix;

import bg.telenor.counterparts.Answer;
import bg.telenor.counterparts.Call;
import bg.telenor.counterparts.Counterpart;
import bg.telenor.counterparts.CounterpartServer;
import bg.telenor.counterparts.Fault;
import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.SyntheticPersons.Person;
import bg.telenor.counterparts.TlsFolder;
import bg.telenor.kit.value.Egn;
import bg.telenor.kit.value.Lnch;
import bg.telenor.kit.value.PersonalNumber;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLStreamException;

/**
 * RegiX, the government's bridge to the registers, at both its entry points: the identity documents
 * of citizens and the register of foreigners. It knows every person of {@link SyntheticPersons},
 * each {@link Standing} by rule or as it is told.
 */
public final class RegixCounterpart implements Counterpart {

    private static final Set<String> ALL_BUT_THE_NUMBER =
            Set.of(
                    "PersonNames",
                    "DLCategоries",
                    "DocumentActualStatus",
                    "ActualStatusDate",
                    "DocumentStatusReason",
                    "IssueDate",
                    "ValidDate",
                    "BirthDate",
                    "PermanentAddress",
                    "Picture",
                    "IdentitySignature");

    private final Map<PersonalNumber, Standing> told = new ConcurrentHashMap<>();
    private final Map<PersonalNumber, String> codes = new ConcurrentHashMap<>();
    private final AccessMatrix matrix = new AccessMatrix();
    private final CallLog<String> callers = new CallLog<>();
    private final CallLog<Map<String, String>> callContexts = new CallLog<>();
    private final AnswerSigner signer;
    private final EntryPointV2 entryPoint = new EntryPointV2();
    private final LaterAnswers later;
    private volatile Signing signing = Signing.GOOD;
    private volatile PhotoSize photos = PhotoSize.SMALL;

    /**
     * @param tls also holds what answers are signed with
     */
    public RegixCounterpart(TlsFolder tls) {
        signer = new AnswerSigner(tls);
        later =
                new LaterAnswers(
                        entryPoint,
                        (at, request, caller) ->
                                signed(answer(at, request, caller), Fault.Mode.NONE),
                        tls);
    }

    @Override
    public String name() {
        return "regix";
    }

    @Override
    public int portOffset() {
        return 30;
    }

    @Override
    public void open(CounterpartServer server) {
        var old = new EntryPointV1();
        server.on("POST", old.path(), call -> execute(old, call));
        server.on("POST", entryPoint.path(), this::executeOrAnswerLater);
        later.open(server);
        RegixAdmin.open(this, server);
    }

    @Override
    public void close() {
        later.close();
    }

    /** What it has taken and answers later. */
    public LaterAnswers later() {
        return later;
    }

    /** Gives photos of this size from now on. */
    public void show(PhotoSize size) {
        photos = size;
    }

    /** Signs in this way from now on. */
    public void sign(Signing how) {
        signing = how;
    }

    /** Lets a person stand so from now on. */
    public void tell(PersonalNumber number, Standing standing) {
        told.put(number, standing);
    }

    /** Answers about a person with this return code, and no data, from now on. */
    public void answerWith(PersonalNumber number, String returnCode) {
        codes.put(number, returnCode);
    }

    /** Lets a certificate's bearer ask an operation, or not, and get all but these elements. */
    public void grant(
            String certificate, Operation operation, boolean granted, Set<String> withheld) {
        grant(certificate, operation, new AccessMatrix.Access(granted, withheld));
    }

    void grant(String certificate, Operation operation, AccessMatrix.Access access) {
        matrix.set(certificate, operation, access);
    }

    /** Lets everybody ask everything again. */
    public void grantAll() {
        matrix.clear();
    }

    /** The names of the certificates that the newest requests came with, in order. */
    public List<String> callers() {
        return callers.newest();
    }

    /** The call contexts of the newest requests, as the register keeps them in its log. */
    public List<Map<String, String>> callContexts() {
        return callContexts.newest();
    }

    private Answer executeOrAnswerLater(Call call) throws XMLStreamException {
        try {
            if (entryPoint.isOf(call, "CheckResult")) {
                return later.check(call);
            }
            return entryPoint.isOf(call, "AcknowledgeResultReceived")
                    ? later.acknowledge(call)
                    : execute(entryPoint, call);
        } catch (ServiceRequest.Faulty e) {
            return entryPoint.fault(e.getMessage());
        }
    }

    private Answer execute(EntryPoint at, Call call) throws XMLStreamException {
        if (!at.takes(call)) {
            return Answer.empty(415);
        }
        try {
            callers.add(call.peer());
            var request = at.read(call);
            callContexts.add(request.callContext());
            return at == entryPoint && later.takes(request)
                    ? later.take(request, call.peer())
                    : signed(answer(at, request, call.peer()), call.fault());
        } catch (ServiceRequest.Faulty e) {
            return at.fault(e.getMessage());
        }
    }

    private Answer signed(Answer answer, Fault.Mode fault) {
        var how = fault == Fault.Mode.WRONG_SIGNATURE ? Signing.WRONG : signing;
        return Answer.of(answer.status(), answer.contentType(), signer.sign(answer.body(), how));
    }

    private Answer answer(EntryPoint entryPoint, ServiceRequest request, String caller)
            throws XMLStreamException {
        var missing = request.missingContext();
        if (!missing.isEmpty()) {
            return refused(
                    entryPoint,
                    request,
                    missing.getFirst() + " parameter is required in CallContext");
        }
        var access = matrix.of(caller, request.operation());
        var standing = standing(request);
        if (!access.granted() || standing == Standing.REFUSED) {
            return refused(entryPoint, request, "Нямате права за достъп до операцията");
        }
        var withheld = standing == Standing.WITHHELD ? ALL_BUT_THE_NUMBER : access.withheld();
        return data(
                entryPoint,
                request,
                xml -> xml.withholding(withheld, content(xml, request, standing)));
    }

    private Xml.Content content(Xml xml, ServiceRequest request, Standing standing) {
        var person = new PersonXml(xml, request.operation(), photos);
        var code = codes.get(request.number());
        if (code != null) {
            return () -> person.code(code, "<raw>" + request.number().value() + "</raw>");
        }
        return switch (standing) {
            case UNKNOWN -> () -> person.code("0100", "");
            case UNREADABLE ->
                    () -> person.code("1111", "<raw>" + request.number().value() + "</raw>");
            case ANOTHER_PERSON -> () -> person.known(another(request), standing);
            case KNOWN,
                    DOCUMENT_NOT_VALID,
                    DECEASED,
                    REFUSED,
                    WITHHELD,
                    MINOR,
                    TRAVEL_DOCUMENT_NOT_VALID,
                    RESIDENCE_ENDED ->
                    () -> person.known(SyntheticPersons.of(request.number()), standing);
        };
    }

    /**
     * A document that is not the person's is as unknown as a person that there is not, or is in the
     * other register.
     */
    private Standing standing(ServiceRequest request) {
        var person = SyntheticPersons.of(request.number());
        boolean known =
                switch (request.operation().registry) {
                    case BDS ->
                            !SyntheticPersons.isForeigner(request.number())
                                    && person.document().value().equals(request.document());
                    case ERCH -> SyntheticPersons.isForeigner(request.number());
                };
        return !known
                ? Standing.UNKNOWN
                : told.getOrDefault(request.number(), Standing.byRule(request.number()));
    }

    private static Person another(ServiceRequest request) {
        return SyntheticPersons.of(
                switch (request.number()) {
                    case Egn egn -> SyntheticPersons.egn(egn.birthDate(), 101);
                    case Lnch lnch -> SyntheticPersons.lnch(101);
                });
    }

    @FunctionalInterface
    private interface Response {
        void write(Xml xml) throws XMLStreamException;
    }

    private static Answer data(EntryPoint entryPoint, ServiceRequest request, Response response)
            throws XMLStreamException {
        var xml = new Xml();
        return entryPoint.result(
                request,
                xml,
                () -> {
                    xml.text("IsReady", "true");
                    xml.identified(
                            "Data",
                            "data",
                            () -> {
                                xml.identified("Request", "request", () -> repeat(xml, request));
                                xml.identified("Response", "response", () -> response.write(xml));
                            });
                    xml.text("HasError", "false");
                });
    }

    private static Answer refused(EntryPoint entryPoint, ServiceRequest request, String why)
            throws XMLStreamException {
        var xml = new Xml();
        return entryPoint.result(
                request,
                xml,
                () -> {
                    xml.text("IsReady", "true");
                    xml.text("HasError", "true");
                    xml.text("Error", why);
                });
    }

    private static void repeat(Xml xml, ServiceRequest request) throws XMLStreamException {
        var registry = request.operation().registry;
        var names =
                switch (registry) {
                    case BDS -> List.of("IdentityDocumentNumber", "EGN");
                    case ERCH -> List.of("IdentifierType", "Identifier");
                };
        xml.root(
                registry.requestNamespace,
                registry.requestName,
                () -> {
                    for (var name : names) {
                        xml.text(name, request.argument().get(name));
                    }
                });
    }
}
