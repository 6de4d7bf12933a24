package bg.telenor.portability.timeline;

import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A porting's timeline goes with its content. */
@ApplicationScoped
class TimelineKeeper implements RecordKeeper {

    private final Timeline timeline;

    TimelineKeeper(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public RecordType record() {
        return RecordType.PORTING;
    }

    @Override
    public void erased(UUID id) {
        timeline.forget(id);
    }
}
