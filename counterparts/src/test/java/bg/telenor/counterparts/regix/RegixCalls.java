package bg.telenor.counterparts.regix;

import bg.telenor.counterparts.CounterpartServer;
import bg.telenor.counterparts.SyntheticPersons;
import bg.telenor.counterparts.TlsFolder;
import bg.telenor.kit.value.PersonalNumber;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** Asks the stand-in at either entry point, as the suite does. */
final class RegixCalls {

    /** Where to ask. */
    enum At {
        V1,
        V2
    }

    private final CounterpartServer server;
    private final HttpClient client;

    RegixCalls(CounterpartServer server, TlsFolder tls) {
        this.server = server;
        this.client = tls.client("identity-service");
    }

    HttpResponse<String> ask(At where, Operation operation, PersonalNumber number)
            throws IOException, InterruptedException {
        return send(where, envelope(where, operation, number, document(number), "clerk"));
    }

    HttpResponse<String> send(At where, String body) throws IOException, InterruptedException {
        return client.send(request(where, body), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    HttpRequest request(At where, String body) {
        var request =
                HttpRequest.newBuilder(server.uri().resolve(path(where)))
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        headers(where).forEach(request::header);
        return request.build();
    }

    static String document(PersonalNumber number) {
        return SyntheticPersons.of(number).document().value();
    }

    static String envelope(
            At where,
            Operation operation,
            PersonalNumber number,
            String document,
            String employee) {
        var registry = operation.registry;
        var argument =
                switch (registry) {
                    case BDS ->
                            "<IdentityDocumentNumber>%s</IdentityDocumentNumber><EGN>%s</EGN>"
                                    .formatted(document, number.value());
                    case ERCH ->
                            "<IdentifierType>%s</IdentifierType><Identifier>%s</Identifier>"
                                    .formatted(
                                            number.type() == PersonalNumber.Type.EGN
                                                    ? "EGN"
                                                    : "LNCh",
                                            number.value());
                };
        var request =
                """
                <Operation>%s</Operation><Argument><%s xmlns="%s">%s</%2$s></Argument>
                <CallContext><ServiceURI>case</ServiceURI><ServiceType>contract</ServiceType>
                <EmployeeIdentifier>%s</EmployeeIdentifier><EmployeeNames>x</EmployeeNames>
                <LawReason>law</LawReason></CallContext>
                <SignResult>true</SignResult><ReturnAccessMatrix>false</ReturnAccessMatrix>\
                """
                        .formatted(
                                operation.fullName(),
                                registry.requestName,
                                registry.requestNamespace,
                                argument,
                                employee);
        return around(where).formatted(request);
    }

    static Document parsed(HttpResponse<String> answer) throws Exception {
        var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes));
    }

    private static String path(At where) {
        return switch (where) {
            case V1 -> "/RegiXEntryPoint.svc";
            case V2 -> "/RegiXEntryPointV2.svc/basic";
        };
    }

    private static Map<String, String> headers(At where) {
        return switch (where) {
            case V1 ->
                    Map.of(
                            "Content-Type",
                            "application/soap+xml; charset=utf-8;"
                                    + " action=\"http://tempuri.org/IRegiXEntryPoint/ExecuteSynchronous\"");
            case V2 ->
                    Map.of(
                            "Content-Type",
                            "text/xml; charset=utf-8",
                            "SOAPAction",
                            "\"http://egov.bg/RegiX/IRegiXEntryPointV2/Execute\"");
        };
    }

    private static String around(At where) {
        return switch (where) {
            case V1 ->
                    """
                    <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" \
                    xmlns:a="http://www.w3.org/2005/08/addressing"><s:Header>
                    <a:Action>http://tempuri.org/IRegiXEntryPoint/ExecuteSynchronous</a:Action>
                    <a:MessageID>urn:uuid:1</a:MessageID><a:ReplyTo>\
                    <a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo>
                    <a:To>https://localhost/RegiXEntryPoint.svc</a:To></s:Header><s:Body>
                    <ExecuteSynchronous xmlns="http://tempuri.org/"><request>%s</request>
                    </ExecuteSynchronous></s:Body></s:Envelope>\
                    """;
            case V2 ->
                    """
                    <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
                    <Execute xmlns="http://egov.bg/RegiX"><request>
                    <ServiceRequestData xmlns="http://egov.bg/RegiX/SignedData">%s
                    </ServiceRequestData></request></Execute></s:Body></s:Envelope>\
                    """;
        };
    }
}
