package bg.telenor.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bg.telenor.kit.event.EventCodec.UndecodableEvent;
import bg.telenor.kit.event.ParcelEvent.ParcelClaimed;
import bg.telenor.kit.event.ParcelEvent.ParcelSent;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    private static final SubjectRef SUBJECT = new SubjectRef("egn:1:" + "A".repeat(43));
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID PARCEL = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456Z");

    private static final ParcelSent SENT =
            new ParcelSent(SUBJECT, PARCEL, Money.eur(499), LocalDate.parse("2026-03-05"), 2);

    private final EventCodec codec = new EventCodec();

    @Test
    void writesACloudEventWithoutWhatIsAbsent() {
        var text = codec.encode(EventEnvelope.of(ID, "post", NOON, null, SENT));

        assertThat(text)
                .isEqualTo(
                        """
                        {"data":{"due":"2026-03-05",\
                        "key":"egn:1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",\
                        "parcelId":"00000000-0000-4000-8000-000000000002","pieces":2,\
                        "value":{"amountMinor":499,"currency":"EUR"}},\
                        "id":"00000000-0000-4000-8000-000000000001","source":"post",\
                        "specversion":"1.0","subject":"00000000-0000-4000-8000-000000000002",\
                        "time":"2026-03-02T12:00:00.123456Z","type":"ParcelSent"}""");
    }

    @Test
    void readsWhatItWrote() {
        var envelope = EventEnvelope.of(ID, "post", NOON, null, SENT);

        var read = codec.decode(codec.encode(envelope), ParcelEvent.class);

        assertThat(read).hasValueSatisfying(event -> assertThat(event).isEqualTo(envelope));
    }

    @Test
    void skipsFieldsThatItDoesNotKnow() {
        var text =
                codec.encode(EventEnvelope.of(ID, "post", NOON, null, SENT))
                        .replace("\"pieces\":2", "\"pieces\":2,\"colour\":{\"of\":\"tape\"}")
                        .replace("\"source\"", "\"partitionkey\":\"x\",\"source\"");

        var read = codec.decode(text, ParcelEvent.class);

        assertThat(read).hasValueSatisfying(event -> assertThat(event.data()).isEqualTo(SENT));
    }

    @Test
    void skipsTypesThatItDoesNotKnow() {
        var text = "{\"id\":\"" + ID + "\",\"type\":\"ParcelLost\",\"data\":7}";

        assertThat(codec.decode(text, ParcelEvent.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "7523169263",
                "null",
                "[]",
                "{",
                "{\"type\":7}",
                "{\"type\":null}",
                "{\"type\":\"ParcelSent\"}",
                "{\"type\":\"ParcelSent\",\"id\":\"7523169263\",\"data\":{}}",
                "{\"type\":\"ParcelSent\",\"data\":\"7523169263\"}",
            })
    void refusesWhatIsNoEventAndRepeatsNothingOfIt(String text) {
        assertThatExceptionOfType(UndecodableEvent.class)
                .isThrownBy(() -> codec.decode(text, ParcelEvent.class))
                .withMessageNotContaining("7523")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "time", "key", "parcelId", "value", "due", "pieces"})
    void refusesAnEventWithoutAFieldThatItMustHave(String field) {
        var text =
                codec.encode(EventEnvelope.of(ID, "post", NOON, null, SENT))
                        .replace("\"" + field + "\":", "\"not_" + field + "\":");

        assertThatExceptionOfType(UndecodableEvent.class)
                .isThrownBy(() -> codec.decode(text, ParcelEvent.class));
    }

    @Test
    void refusesAValueThatRefusesItselfAndRepeatsNothingOfIt() {
        var text =
                codec.encode(EventEnvelope.of(ID, "post", NOON, null, SENT))
                        .replace(SUBJECT.value(), "7523169263");

        assertThatExceptionOfType(UndecodableEvent.class)
                .isThrownBy(() -> codec.decode(text, ParcelEvent.class))
                .withMessage("data does not fit ParcelSent")
                .withNoCause();
    }

    @Test
    void signsAllButTheSignature() {
        var claimed = new ParcelClaimed(SUBJECT, PARCEL, NOON, null);
        var signed = claimed.signed(new Jws("a..b"));

        var content = new String(codec.signedContent(signed), StandardCharsets.UTF_8);

        assertThat(content)
                .isEqualTo(
                        """
                        {"at":"2026-03-02T12:00:00.123456Z",\
                        "key":"egn:1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",\
                        "parcelId":"00000000-0000-4000-8000-000000000002"}""");
        assertThat(codec.signedContent(claimed)).isEqualTo(codec.signedContent(signed));
    }

    @Test
    void signsTheSameAfterTheJourney() {
        var claimed = new ParcelClaimed(SUBJECT, PARCEL, NOON, new Jws("a..b"));
        var text = codec.encode(EventEnvelope.of(ID, "post", NOON, null, claimed));

        var arrived = codec.decode(text, ParcelEvent.class).orElseThrow().data();

        assertThat(arrived)
                .isInstanceOfSatisfying(
                        ParcelClaimed.class,
                        event ->
                                assertThat(codec.signedContent(event))
                                        .isEqualTo(codec.signedContent(claimed)));
    }
}
