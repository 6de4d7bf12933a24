package bg.telenor.events;

import bg.telenor.events.consent.ConsentEvent;
import bg.telenor.events.debt.DebtEvent;
import bg.telenor.events.holdings.HoldingEvent;
import bg.telenor.events.identity.IdentityEvent;
import bg.telenor.events.intake.IntakeEvent;
import bg.telenor.events.notices.NoticeEvent;
import bg.telenor.events.numbers.NumberEvent;
import bg.telenor.events.payment.PaymentEvent;
import bg.telenor.events.porting.PortingEvent;
import bg.telenor.events.rights.RightsAnswerEvent;
import bg.telenor.events.rights.RightsEvent;
import bg.telenor.kit.event.PublishedEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** All event types, found through the sealed interface of each topic. */
final class EventTypes {

    private EventTypes() {}

    static Class<? extends PublishedEvent> of(Topic topic) {
        return switch (topic) {
            case INTAKE -> IntakeEvent.class;
            case IDENTITY -> IdentityEvent.class;
            case HOLDINGS -> HoldingEvent.class;
            case DEBT -> DebtEvent.class;
            case PORTING -> PortingEvent.class;
            case NUMBERS -> NumberEvent.class;
            case PAYMENT -> PaymentEvent.class;
            case CONSENT -> ConsentEvent.class;
            case RIGHTS -> RightsEvent.class;
            case RIGHTS_ANSWERS -> RightsAnswerEvent.class;
            case NOTICES -> NoticeEvent.class;
        };
    }

    static List<Class<?>> records(Topic topic) {
        return List.of(of(topic).getPermittedSubclasses());
    }

    static Stream<Class<?>> all() {
        return Arrays.stream(Topic.values()).flatMap(topic -> records(topic).stream());
    }
}
