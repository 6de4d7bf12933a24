package bg.telenor.consent.notices;

import bg.telenor.consent.domain.Notice.Language;
import bg.telenor.consent.domain.Notice.Template;
import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The notifier fetches what to send; the privacy officer sees what is owed. */
@Path("/v1/notices")
@Tag(name = "notices")
class NoticeResource {

    private static final int MOST = 100;

    /** How a notice travels. */
    enum Channel {
        SMS
    }

    record NoticeView(UUID id, Channel channel, String address, Language language, String text) {

        static NoticeView of(Notices.Message message) {
            var content = message.content();
            return new NoticeView(
                    message.id(),
                    Channel.SMS,
                    content.address().e164(),
                    content.language(),
                    content.text());
        }
    }

    record OwedView(
            UUID id, NoticeEntity.Status status, Template template, Instant since, Instant tellBy) {

        static OwedView of(NoticeEntity row) {
            return new OwedView(row.id, row.status, row.template, row.statusAt, row.tellBy);
        }
    }

    record OwedList(List<OwedView> notices) {}

    private final Notices notices;

    NoticeResource(Notices notices) {
        this.notices = notices;
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed("notices.read")
    @Operation(operationId = "fetchNotice", summary = "What to send, and where to")
    public NoticeView fetch(@RestPath UUID id) {
        return NoticeView.of(notices.fetch(id));
    }

    @GET
    @PermissionsAllowed("rights.manage")
    @Operation(operationId = "listNotices", summary = "The most urgent notices in a state")
    public OwedList list(@RestQuery @NotNull NoticeEntity.Status status) {
        return new OwedList(notices.with(status, MOST).stream().map(OwedView::of).toList());
    }
}
