package bg.telenor.identity.webhook;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The addresses of the configuration, checked: a service with a wrong one does not start. */
@Startup
@ApplicationScoped
class Sinks {

    /** One client's address. */
    record Sink(String client, URI url, boolean privateAddressAllowed) {

        boolean isSecure() {
            return url.getScheme().equals("https");
        }

        int port() {
            return url.getPort() >= 0 ? url.getPort() : isSecure() ? 443 : 80;
        }

        /** As a request line has it. */
        String path() {
            var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
            return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
        }

        /**
         * Where it is now; empty when any of its addresses may not be called. What is called is one
         * of these and not looked up again, so that a name cannot change in between.
         */
        List<InetAddress> addresses() throws UnknownHostException {
            var all = List.of(InetAddress.getAllByName(url.getHost()));
            return all.stream().allMatch(this::isAllowed) ? all : List.of();
        }

        private boolean isAllowed(InetAddress address) {
            return isSecure()
                    ? privateAddressAllowed || PublicAddress.is(address)
                    : address.isLoopbackAddress();
        }
    }

    private final Map<String, Sink> sinks;

    @Inject
    Sinks(WebhookConfig config) {
        this(config, LaunchMode.current().isDevOrTest());
    }

    Sinks(WebhookConfig config, boolean plainOnLoopback) {
        this.sinks =
                config.sinks().entrySet().stream()
                        .map(entry -> sink(entry.getKey(), entry.getValue(), plainOnLoopback))
                        .collect(Collectors.toUnmodifiableMap(Sink::client, sink -> sink));
    }

    Optional<Sink> of(String client) {
        return Optional.ofNullable(sinks.get(client));
    }

    private static Sink sink(String client, WebhookConfig.Sink said, boolean plainOnLoopback) {
        var url = said.url();
        var schemes = plainOnLoopback ? Stream.of("https", "http") : Stream.of("https");
        if (schemes.noneMatch(scheme -> scheme.equals(url.getScheme()))
                || url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getRawFragment() != null) {
            throw new IllegalStateException(
                    "the address to call %s back is no https URL of a host and a path"
                            .formatted(client));
        }
        return new Sink(client, url, said.privateAddressAllowed());
    }
}
