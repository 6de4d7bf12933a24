package bg.telenor.events.notices;

import bg.telenor.kit.event.PublishedEvent;
import bg.telenor.kit.subject.SubjectRef;
import java.util.UUID;

/**
 * What a service wants a person to be told, on topic {@code notices}. The notifier fetches text and
 * address from the service that said so.
 */
public sealed interface NoticeEvent extends PublishedEvent {

    String TOPIC = "notices";

    /** What kind of message it is. */
    enum Template {
        INDIRECT_COLLECTION,
        IDENTITY_CHECKED,
        PORT_OUT_REQUESTED,
        RIGHTS_REQUEST_DONE,
        RESTRICTION_TO_BE_LIFTED,
        PORT_OUT_SCHEDULED,
        PORT_LOCK_SET,
        PORT_LOCK_LIFTED
    }

    enum Language {
        BG,
        EN
    }

    UUID noticeId();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default UUID aggregateId() {
        return noticeId();
    }

    /** A person is to be told something. */
    record NoticeDue(SubjectRef key, UUID noticeId, Template template, Language language)
            implements NoticeEvent {}
}
