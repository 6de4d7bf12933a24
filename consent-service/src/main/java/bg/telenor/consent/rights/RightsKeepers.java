package bg.telenor.consent.rights;

import bg.telenor.kit.processing.RecordType;
import bg.telenor.kit.records.RecordKeeper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** A request's answer goes before the request itself: what was answered, then that it was asked. */
final class RightsKeepers {

    private RightsKeepers() {}

    @ApplicationScoped
    static class OfRequests implements RecordKeeper {

        private final RightsRequests requests;

        OfRequests(RightsRequests requests) {
            this.requests = requests;
        }

        @Override
        public RecordType record() {
            return RecordType.RIGHTS_REQUEST;
        }

        @Override
        public void erased(UUID id) {
            requests.forget(id);
        }
    }

    @ApplicationScoped
    static class OfArchives implements RecordKeeper {

        private final RightsRequests requests;

        OfArchives(RightsRequests requests) {
            this.requests = requests;
        }

        @Override
        public RecordType record() {
            return RecordType.RIGHTS_ARCHIVE;
        }

        @Override
        public void erased(UUID id) {
            requests.expire(id);
        }
    }
}
