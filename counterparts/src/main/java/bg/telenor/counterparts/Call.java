package bg.telenor.counterparts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * A request to a counterpart.
 *
 * @param peer the common name of the caller's certificate, or null without one
 * @param parameters what stands in the places that the route names in braces
 * @param fault the mode in force, for what only the counterpart can do wrong
 */
public record Call(
        String method,
        String path,
        Headers headers,
        byte[] body,
        String peer,
        Map<String, String> parameters,
        Fault.Mode fault) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    public String parameter(String name) {
        return parameters.get(name);
    }

    public JsonNode json() throws IOException {
        return JSON.readTree(body);
    }
}
