package bg.telenor.launcher.demo;

import bg.telenor.clients.http.ApiClient;
import bg.telenor.clients.http.ApiException;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * One service, spoken to as one caller, through the client that is generated from its published
 * document; what is asked and answered is told to the audience.
 */
final class Conversation {

    /** A call of the generated client. */
    @FunctionalInterface
    interface Call<T> {

        T make() throws ApiException;
    }

    private final ApiClient client = new ApiClient();
    private final Narrator narrator;
    private HttpResponse<?> last;

    Conversation(int port, String token, Narrator narrator) {
        this.narrator = narrator;
        client.updateBaseUri("http://127.0.0.1:" + port);
        client.setConnectTimeout(Duration.ofSeconds(5));
        client.setReadTimeout(Duration.ofSeconds(30));
        client.setRequestInterceptor(ask -> ask.header("Authorization", "Bearer " + token));
        client.setResponseInterceptor(answer -> last = answer);
    }

    /** What the generated APIs speak through. */
    ApiClient client() {
        return client;
    }

    /** A key for a request that is one of its own. */
    static String newKey() {
        return UUID.randomUUID().toString();
    }

    /** Asks once, and tells of it. */
    <T> T ask(Call<T> call) {
        var answer = make(call);
        tell(text(answer));
        return answer;
    }

    /** Asks again and again, and tells of the last answer only. */
    <T> T await(String what, Call<T> call, Predicate<T> done) {
        var answer = Patience.until(what, () -> make(call), done, this::text);
        tell(text(answer));
        return answer;
    }

    private <T> T make(Call<T> call) {
        try {
            return call.make();
        } catch (ApiException e) {
            if (e.getCause() != null) {
                throw new IllegalStateException(
                        client.getBaseUri() + " gives no answer that is documented", e.getCause());
            }
            tell(e.getResponseBody());
            throw new StepFailed(
                    "%s %s was answered %d %s"
                            .formatted(
                                    last.request().method(),
                                    last.request().uri().getPath(),
                                    e.getCode(),
                                    problemCode(e)));
        }
    }

    private void tell(String body) {
        var request = last.request();
        narrator.answer(request.method(), request.uri().getPath(), last.statusCode(), body);
    }

    private String text(Object answer) {
        return client.getObjectMapper().valueToTree(answer).toString();
    }

    /** Which problem the service names. */
    private String problemCode(ApiException refusal) {
        try {
            return client.getObjectMapper()
                    .readTree(refusal.getResponseBody())
                    .path("code")
                    .asText();
        } catch (JsonProcessingException e) {
            return "without a problem";
        }
    }
}
