package bg.telenor.consent.notices;

import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Notices go with their content. */
@ApplicationScoped
class NoticeKeeper implements RecordKeeper {

    private final Notices notices;

    NoticeKeeper(Notices notices) {
        this.notices = notices;
    }

    @Override
    public RecordType record() {
        return RecordType.NOTICE;
    }

    @Override
    public void erased(UUID id) {
        notices.forget(id);
    }
}
