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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The notifier fetches what to send; the privacy officer sees what is owed. */
@Path("/v1/notices")
@Tag(name = "notices")
class NoticeResource {

    private static final int MOST = 100;

    /** How a notice travels. */
    @Schema(name = "NoticeChannel")
    enum Channel {
        SMS
    }

    @Schema(
            examples =
                    """
                    {"id":"7e6a4a52-59ae-4d47-9a0e-3c4a0a6d1e77","channel":"SMS",
                     "address":"+359888000101","language":"EN",
                     "text":"Telenor: we have received data about you. Source: another operator."}\
                    """)
    record NoticeView(UUID id, Channel channel, String address, Language language, String text) {

        static NoticeView of(NoticePost.Message message) {
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

    @Schema(
            examples =
                    """
                    {"notices":[{"id":"7e6a4a52-59ae-4d47-9a0e-3c4a0a6d1e77","status":"NO_ADDRESS",
                     "template":"INDIRECT_COLLECTION","since":"2026-03-09T12:00:00Z",
                     "tellBy":"2026-04-02T12:00:00Z"}]}\
                    """)
    record OwedList(List<OwedView> notices) {}

    private final NoticePost post;
    private final Notices notices;

    NoticeResource(NoticePost post, Notices notices) {
        this.post = post;
        this.notices = notices;
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed("notices.read")
    @Operation(operationId = "fetchNotice", summary = "What to send, and where to")
    @APIResponse(responseCode = "200", description = "The notice; it counts as delivered")
    @APIResponse(responseCode = "404", description = "NOTICE_NOT_FOUND, also before it is due")
    public NoticeView fetch(@RestPath UUID id) {
        return NoticeView.of(post.fetch(id));
    }

    @GET
    @PermissionsAllowed("rights.manage")
    @Operation(operationId = "listNotices", summary = "The most urgent notices in a state")
    @APIResponse(responseCode = "200", description = "At most 100, the most urgent first")
    public OwedList list(@RestQuery @NotNull NoticeEntity.Status status) {
        return new OwedList(notices.with(status, MOST).stream().map(OwedView::of).toList());
    }
}
