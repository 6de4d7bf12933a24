package bg.telenor.identity.kycmatch;

import bg.telenor.identity.domain.KycAttribute;
import bg.telenor.kit.catalogue.Catalogue;
import bg.telenor.kit.problem.CommonError;
import bg.telenor.kit.problem.ProblemException;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.value.OperatorCode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The partners of the configuration, checked: a service with a wrong one does not start. */
@Startup
@ApplicationScoped
class KycPartners {

    record Partner(
            String client,
            OperatorCode code,
            Purpose purpose,
            Set<KycAttribute> attributes,
            boolean scores,
            int perDay) {}

    private final Map<String, Partner> partners;

    KycPartners(KycMatchConfig config, Catalogue catalogue) {
        this.partners =
                config.partners().entrySet().stream()
                        .map(entry -> partner(entry.getKey(), entry.getValue(), catalogue))
                        .collect(Collectors.toUnmodifiableMap(Partner::client, by -> by));
    }

    /**
     * @throws ProblemException FORBIDDEN when nothing was agreed with the client
     */
    Partner of(String client) {
        var partner = partners.get(client);
        if (partner == null) {
            throw new ProblemException(CommonError.FORBIDDEN);
        }
        return partner;
    }

    /** What consents are asked for. */
    Set<Purpose> purposes() {
        return partners.values().stream().map(Partner::purpose).collect(Collectors.toSet());
    }

    private static Partner partner(
            String client, KycMatchConfig.Partner agreed, Catalogue catalogue) {
        if (!catalogue.of(agreed.purpose()).explicitConsent()) {
            throw new IllegalStateException(
                    "partner %s: nobody is asked for consent to %s"
                            .formatted(client, agreed.purpose()));
        }
        return new Partner(
                client,
                new OperatorCode(agreed.code()),
                agreed.purpose(),
                agreed.attributes().stream()
                        .map(name -> attribute(client, name))
                        .collect(Collectors.toUnmodifiableSet()),
                agreed.scores(),
                agreed.perDay());
    }

    private static KycAttribute attribute(String client, String name) {
        return KycAttribute.named(name)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "partner %s: no attribute %s".formatted(client, name)));
    }
}
