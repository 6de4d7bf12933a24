package bg.telenor.events;

import static org.assertj.core.api.Assertions.assertThat;

import bg.telenor.events.identity.IdentityEvent.Shop;
import bg.telenor.events.numbers.NumberEvent;
import bg.telenor.events.numbers.NumberEvent.RoutingNumber;
import bg.telenor.events.rights.RightsEvent.PublicKey;
import bg.telenor.kit.event.Jwe;
import bg.telenor.kit.event.Jws;
import bg.telenor.kit.event.Sha256;
import bg.telenor.kit.subject.SubjectRef;
import bg.telenor.kit.value.Money;
import bg.telenor.kit.value.Msisdn;
import bg.telenor.kit.value.OperatorCode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No personal data in clear on Kafka: a field can be of no type that could carry it. */
class FieldTypesTest {

    private static final Set<Class<?>> ALLOWED =
            Set.of(
                    SubjectRef.class,
                    UUID.class,
                    Instant.class,
                    LocalDate.class,
                    Money.class,
                    OperatorCode.class,
                    Shop.class,
                    Jwe.class,
                    Jws.class,
                    Sha256.class,
                    PublicKey.class,
                    int.class,
                    boolean.class);

    /** Routing data: of numbers, and of nobody. */
    private static final Set<Class<?>> ALLOWED_ON_NUMBERS =
            Set.of(Msisdn.class, RoutingNumber.class);

    private record Fine(SubjectRef key, List<UUID> ids) {}

    private record Leaking(SubjectRef key, String name) {}

    private record LeakingBelow(SubjectRef key, List<Leaking> below) {}

    static Stream<Class<?>> types() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFieldIsOfATypeThatCarriesNoTextOfAPerson(Class<?> type) {
        assertThat(forbidden(type, NumberEvent.class.isAssignableFrom(type))).isEmpty();
    }

    @Test
    void aTextIsFoundWhereverItStands() {
        assertThat(forbidden(Fine.class, false)).isEmpty();
        assertThat(forbidden(Leaking.class, false)).containsExactly("Leaking.name");
        assertThat(forbidden(LeakingBelow.class, false)).containsExactly("Leaking.name");
    }

    @Test
    void onlyRoutingDataMayCarryTelephoneNumbers() {
        record Call(Msisdn number) {}

        assertThat(forbidden(Call.class, false)).containsExactly("Call.number");
        assertThat(forbidden(Call.class, true)).isEmpty();
    }

    private static List<String> forbidden(Class<?> record, boolean routing) {
        return Arrays.stream(record.getRecordComponents())
                .flatMap(
                        field ->
                                forbidden(
                                        record.getSimpleName() + "." + field.getName(),
                                        field.getGenericType(),
                                        routing))
                .toList();
    }

    private static Stream<String> forbidden(String name, Type type, boolean routing) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return forbidden(name, list.getActualTypeArguments()[0], routing);
        }
        if (!(type instanceof Class<?> raw)) {
            return Stream.of(name);
        }
        if (ALLOWED.contains(raw)
                || raw.isEnum()
                || (routing && ALLOWED_ON_NUMBERS.contains(raw))) {
            return Stream.empty();
        }
        var nestedInEvent = raw.isRecord() && raw.getNestHost() != raw;
        return nestedInEvent ? forbidden(raw, routing).stream() : Stream.of(name);
    }
}
