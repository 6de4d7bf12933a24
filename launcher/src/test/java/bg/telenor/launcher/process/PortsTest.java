package bg.telenor.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bg.telenor.kit.local.SuiteService;
import bg.telenor.launcher.process.Ports.Counterpart;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void countsAllPortsFromTheBase() {
        var ports = new Ports(9000);

        assertThat(ports.keycloak()).isEqualTo(9000);
        assertThat(Stream.of(SuiteService.values()).map(ports::http))
                .containsExactly(9001, 9002, 9003, 9004, 9005);
        assertThat(Stream.of(SuiteService.values()).map(ports::tls))
                .containsExactly(9011, 9012, 9013, 9014, 9015);
        assertThat(List.of(ports.postgres(), ports.kafka(), ports.kafkaController()))
                .containsExactly(9020, 9021, 9022);
        assertThat(Stream.of(Counterpart.values()).map(ports::counterpart))
                .containsExactly(9030, 9031, 9032, 9033, 9034, 9035);
        assertThat(ports.counterpartsAdmin()).isEqualTo(9039);
    }

    @Test
    void twoSuitesFortyPortsApartDoNotMeet() {
        var all = new ArrayList<Integer>();
        for (var ports : List.of(new Ports(8080), new Ports(8120))) {
            Stream.of(SuiteService.values())
                    .forEach(
                            service -> {
                                all.add(ports.http(service));
                                all.add(ports.tls(service));
                            });
            all.addAll(List.of(ports.keycloak(), ports.kafka(), ports.kafkaController()));
            all.addAll(List.of(ports.postgres(), ports.counterpartsAdmin()));
            Stream.of(Counterpart.values()).map(ports::counterpart).forEach(all::add);
        }

        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void takesTheUsualBaseUnlessToldOtherwise() {
        assertThat(Ports.of(null).base()).isEqualTo(8080);
        assertThat(Ports.of("18080").base()).isEqualTo(18_080);
        assertThatIllegalArgumentException().isThrownBy(() -> Ports.of("65500"));
        assertThatIllegalArgumentException().isThrownBy(() -> Ports.of("80"));
    }
}
