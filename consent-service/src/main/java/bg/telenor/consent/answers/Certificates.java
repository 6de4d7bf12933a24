package bg.telenor.consent.answers;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import bg.telenor.consent.answers.Certificate.KindLine;
import bg.telenor.consent.answers.Certificate.RetainedLine;
import bg.telenor.consent.answers.Certificate.ServiceLine;
import bg.telenor.consent.domain.RightsRequest;
import bg.telenor.consent.inventory.HeldRecords;
import bg.telenor.events.rights.RightsAnswerEvent.Retained;
import bg.telenor.kit.catalogue.Catalogue;
import bg.telenor.kit.processing.Purpose;
import bg.telenor.kit.processing.RecordType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes and signs the certificates of erasure requests. */
@ApplicationScoped
class Certificates {

    private record Kind(RecordType record, Purpose purpose) {}

    private final Catalogue catalogue;
    private final HeldRecords held;
    private final ObjectMapper json;
    private final Path keys;

    Certificates(
            Catalogue catalogue,
            HeldRecords held,
            ObjectMapper json,
            @ConfigProperty(name = "suite.keys.dir") Path keys) {
        this.catalogue = catalogue;
        this.held = held;
        this.json = json;
        this.keys = keys;
    }

    JsonNode of(
            RightsRequest.Request request,
            List<AnswerEntity> answers,
            List<String> missing,
            Instant at) {
        var byService =
                answers.stream()
                        .collect(
                                groupingBy(answer -> answer.key.service(), TreeMap::new, toList()));
        var before = held.countedAt(request.person(), request.requestedAt());
        var lines =
                byService.entrySet().stream()
                        .map(
                                entry ->
                                        line(
                                                entry.getKey(),
                                                entry.getValue(),
                                                before.getOrDefault(entry.getKey(), Map.of())))
                        .toList();
        var certificate = new Certificate(request.id(), request.requestedAt(), at, lines, missing);
        return json.valueToTree(new Certificate.Signed(certificate, sign(certificate)));
    }

    private ServiceLine line(
            String service, List<AnswerEntity> answers, Map<RecordType, Integer> before) {
        int erased = answers.stream().mapToInt(answer -> answer.erased).sum();
        var retained = answers.stream().flatMap(answer -> read(answer.retained).stream()).toList();
        return new ServiceLine(
                service, erased, erasedByKind(erased, retained, before), retained(retained));
    }

    /**
     * What was there before and is not held back went; left out when that is not the same number.
     */
    private static List<KindLine> erasedByKind(
            int erased, List<Retained> retained, Map<RecordType, Integer> before) {
        var went = new EnumMap<RecordType, Integer>(RecordType.class);
        went.putAll(before);
        retained.forEach(record -> went.merge(record.record(), -1, Integer::sum));
        went.values().removeIf(count -> count <= 0);
        return went.values().stream().mapToInt(Integer::intValue).sum() == erased
                ? went.entrySet().stream()
                        .map(entry -> new KindLine(entry.getKey(), entry.getValue()))
                        .toList()
                : null;
    }

    private List<RetainedLine> retained(List<Retained> records) {
        return records.stream()
                .collect(
                        groupingBy(
                                record -> new Kind(record.record(), record.purpose()), counting()))
                .entrySet()
                .stream()
                .map(
                        entry ->
                                new RetainedLine(
                                        entry.getKey().record(),
                                        entry.getKey().purpose(),
                                        entry.getValue().intValue(),
                                        ground(entry.getKey()),
                                        lastOf(records, entry.getKey())))
                .sorted(Comparator.comparing(RetainedLine::record))
                .toList();
    }

    private List<Retained> read(String records) {
        try {
            return List.of(json.readValue(records, Retained[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answer is not what was written", e);
        }
    }

    private String ground(Kind kind) {
        var retention = catalogue.of(kind.purpose()).records().get(kind.record());
        return catalogue.retention(retention).heldBy();
    }

    private static LocalDate lastOf(List<Retained> records, Kind kind) {
        return records.stream()
                .filter(record -> kind.equals(new Kind(record.record(), record.purpose())))
                .map(Retained::until)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private String sign(Certificate certificate) {
        try {
            var key = ECKey.parse(Files.readString(keys.resolve("signing.jwk")));
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
            var jws = new JWSObject(header, new Payload(json.writeValueAsBytes(certificate)));
            jws.sign(new ECDSASigner(key));
            return jws.serialize();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("certificate cannot be written", e);
        } catch (JOSEException | IOException | ParseException e) {
            throw new IllegalStateException("certificate cannot be signed", e);
        }
    }
}
