package bg.telenor.identity.deferred;

import bg.telenor.identity.IdentityTestResource;
import bg.telenor.identity.Register;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Brings something to the service as the register does. */
final class Bringing {

    static final String ACTION = "\"http://egov.bg/RegiX/IRegiXEntryPointV2/ExecuteCallback\"";

    private Bringing() {}

    static HttpRequest.Builder request() {
        return HttpRequest.newBuilder(IdentityTestResource.callback())
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", ACTION);
    }

    static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Who still sends when we close may not get to read our answer. */
    static String endOf(HttpRequest.Builder request) throws InterruptedException {
        try {
            return Integer.toString(send(Register.TLS.client("regix"), request).statusCode());
        } catch (IOException e) {
            return "cut off";
        }
    }

    static String callback(String callId) {
        return """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>\
        <ExecuteCallback xmlns="http://egov.bg/RegiX"><request>\
        <ServiceResultData xmlns="http://egov.bg/RegiX/SignedData"><HasError>true</HasError>\
        <ServiceCallID>%s</ServiceCallID></ServiceResultData></request></ExecuteCallback>\
        </s:Body></s:Envelope>\
        """
                .formatted(callId);
    }
}
