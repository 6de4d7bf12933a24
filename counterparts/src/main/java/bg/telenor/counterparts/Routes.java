package bg.telenor.counterparts;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Which method and path is answered by whom. */
final class Routes {

    private static final System.Logger LOG = System.getLogger(Routes.class.getName());

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    private record Route(String method, Pattern path, List<String> places, Answer.To handler) {}

    private final List<Route> routes = new CopyOnWriteArrayList<>();

    void add(String method, String path, Answer.To handler) {
        var places = PLACE.matcher(path).results().map(found -> found.group(1)).toList();
        var pattern = Pattern.compile(PLACE.matcher(path).replaceAll("([^/]+)"));
        routes.add(new Route(method, pattern, places, handler));
    }

    /** The answer to the request; what a handler throws is a 500 and stands in the log. */
    Answer answer(HttpExchange exchange, String path, Fault.Mode fault) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        for (var route : routes) {
            var match = route.path().matcher(path);
            if (route.method().equals(exchange.getRequestMethod()) && match.matches()) {
                var parameters = new HashMap<String, String>();
                for (int i = 0; i < route.places().size(); i++) {
                    parameters.put(route.places().get(i), match.group(i + 1));
                }
                return answer(route, call(exchange, path, body, parameters, fault));
            }
        }
        return Answer.empty(404);
    }

    private static Answer answer(Route route, Call call) {
        try {
            return route.handler().answer(call);
        } catch (IllegalArgumentException e) {
            return Answer.json(400, Map.of("error", "the request cannot be read"));
        } catch (Exception e) {
            LOG.log(System.Logger.Level.WARNING, call.method() + " " + call.path(), e);
            return Answer.json(500, Map.of("error", e.getClass().getSimpleName()));
        }
    }

    private static Call call(
            HttpExchange exchange,
            String path,
            byte[] body,
            Map<String, String> parameters,
            Fault.Mode fault) {
        return new Call(
                exchange.getRequestMethod(),
                path,
                Headers.of(exchange.getRequestHeaders()),
                body,
                peer(exchange),
                Map.copyOf(parameters),
                fault);
    }

    private static String peer(HttpExchange exchange) {
        if (!(exchange instanceof HttpsExchange https)) {
            return null;
        }
        try {
            var certificate = (X509Certificate) https.getSSLSession().getPeerCertificates()[0];
            var name = new LdapName(certificate.getSubjectX500Principal().getName());
            return name.getRdns().stream()
                    .filter(part -> part.getType().equalsIgnoreCase("CN"))
                    .map(part -> part.getValue().toString())
                    .findFirst()
                    .orElse(null);
        } catch (SSLPeerUnverifiedException | InvalidNameException e) {
            return null;
        }
    }
}
