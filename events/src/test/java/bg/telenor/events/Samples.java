package bg.telenor.events;

import bg.telenor.events.identity.IdentityEvent.Shop;
import bg.telenor.events.numbers.NumberEvent.RoutingNumber;
import bg.telenor.events.rights.RightsEvent.PublicKey;
import bg.telenor.kit.event.Jwe;
import bg.telenor.kit.event.Jws;
import bg.telenor.kit.event.PublishedEvent;
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
import java.util.Map;
import java.util.UUID;

/** An event of every type, each field by its type and every optional field given. */
final class Samples {

    static final UUID ID = UUID.fromString("7b1c5f9e-0d0a-4c1e-9f53-2a6f3f0f4b11");
    static final Instant TIME = Instant.parse("2026-03-02T12:00:00Z");

    private static final Map<Class<?>, Object> VALUES =
            Map.ofEntries(
                    Map.entry(SubjectRef.class, new SubjectRef("egn:1:" + "A".repeat(43))),
                    Map.entry(UUID.class, UUID.fromString("0a4f2f1e-5a8d-4d59-8d2f-6f1f3b0c9d22")),
                    Map.entry(Instant.class, Instant.parse("2026-03-02T11:59:59Z")),
                    Map.entry(LocalDate.class, LocalDate.parse("2026-06-01")),
                    Map.entry(Money.class, Money.eur(499)),
                    Map.entry(OperatorCode.class, new OperatorCode("A1")),
                    Map.entry(Shop.class, new Shop("SOFIA-01")),
                    Map.entry(Jwe.class, new Jwe("head.key.iv.content.tag")),
                    Map.entry(Jws.class, new Jws("head..signature")),
                    Map.entry(Sha256.class, new Sha256("B".repeat(43))),
                    Map.entry(
                            PublicKey.class, new PublicKey("x".repeat(43) + "." + "y".repeat(43))),
                    Map.entry(Msisdn.class, new Msisdn("+359888001234")),
                    Map.entry(RoutingNumber.class, new RoutingNumber("D011")),
                    Map.entry(int.class, 1),
                    Map.entry(boolean.class, true));

    private Samples() {}

    static PublishedEvent of(Class<?> event) {
        return (PublishedEvent) value(event);
    }

    private static Object value(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return List.of(value(list.getActualTypeArguments()[0]));
        }
        var raw = (Class<?>) type;
        if (VALUES.containsKey(raw)) {
            return VALUES.get(raw);
        }
        return raw.isEnum() ? raw.getEnumConstants()[0] : make(raw);
    }

    private static Object make(Class<?> record) {
        var components = record.getRecordComponents();
        var types = Arrays.stream(components).map(c -> c.getType()).toArray(Class<?>[]::new);
        var values = Arrays.stream(components).map(c -> value(c.getGenericType())).toArray();
        try {
            return record.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + record.getSimpleName(), e);
        }
    }
}
