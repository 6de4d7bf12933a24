package bg.telenor.identity.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinksTest {

    private static final String SINK = "suite.webhooks.sinks.shop.";

    @Test
    void callsNobodyUnlessConfigured() {
        var sinks = new Sinks(config(Map.of()), false);

        assertThat(sinks.of("shop")).isEmpty();
    }

    @Test
    void knowsAClientsAddress() {
        var sinks = sinks("https://shop.example:8443/hooks/identity?v=1", false);

        var sink = sinks.of("shop").orElseThrow();

        assertThat(sink.port()).isEqualTo(8443);
        assertThat(sink.path()).isEqualTo("/hooks/identity?v=1");
        assertThat(sink.isSecure()).isTrue();
        assertThat(sinks.of("another")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example/hook",
                "ftp://shop.example/hook",
                "https:///hook",
                "/hook",
                "https://user:secret@shop.example/hook",
                "https://shop.example/hook#part"
            })
    void startsWithNoAddressThatIsNotPlainlyOneOfHttps(String url) {
        assertThatIllegalStateException()
                .isThrownBy(() -> sinks(url, false))
                .withMessageContaining("shop");
    }

    @Test
    void takesHttpOnLoopbackWhereItIsDeveloped() throws UnknownHostException {
        assertThat(sinks("http://127.0.0.1/hook", true).of("shop").orElseThrow().addresses())
                .hasSize(1);
        assertThat(sinks("http://93.184.215.14/hook", true).of("shop").orElseThrow().addresses())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/", "https://10.0.0.1/", "https://[fd00::1]/"})
    void callsAPrivateAddressOnlyWhereThatIsAllowed(String url) throws UnknownHostException {
        var allowed =
                new Sinks(
                        config(Map.of(SINK + "url", url, SINK + "private-address-allowed", "true")),
                        false);

        assertThat(allowed.of("shop").orElseThrow().addresses()).hasSize(1);
        assertThat(sinks(url, false).of("shop").orElseThrow().addresses()).isEmpty();
    }

    @Test
    void pausesTwiceAsLongAfterEachFailureUpToAnHour() {
        var config = config(Map.of());
        var now = Instant.EPOCH;

        assertThat(config.retryAt(now, 1)).isEqualTo(now.plusSeconds(10));
        assertThat(config.retryAt(now, 3)).isEqualTo(now.plusSeconds(40));
        assertThat(config.retryAt(now, 1000)).isEqualTo(now.plus(Duration.ofHours(1)));
    }

    private static Sinks sinks(String url, boolean plainOnLoopback) {
        return new Sinks(config(Map.of(SINK + "url", url)), plainOnLoopback);
    }

    private static WebhookConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withMapping(WebhookConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withConverter(Duration.class, 200, new DurationConverter())
                .build()
                .getConfigMapping(WebhookConfig.class);
    }
}
