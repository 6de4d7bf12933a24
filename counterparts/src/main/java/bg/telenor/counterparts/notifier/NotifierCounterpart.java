package bg.telenor.counterparts.notifier;

import bg.telenor.counterparts.Answer;
import bg.telenor.counterparts.Counterpart;
import bg.telenor.counterparts.CounterpartServer;
import bg.telenor.counterparts.Fault;
import bg.telenor.counterparts.Surroundings;
import bg.telenor.kit.local.SuiteService;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The operator's sender of messages. It hears on topic {@code notices} that there is something to
 * send, fetches it from the service that said so, and here keeps what it would have sent. While it
 * is down it hears nothing, and goes on where it stopped.
 */
public final class NotifierCounterpart implements Counterpart {

    private final Outgoing outgoing;
    private final String bootstrapServers;
    private NoticeReader reader;

    /**
     * @param tokens access tokens of client notifier
     */
    public NotifierCounterpart(
            String bootstrapServers,
            Function<SuiteService, URI> services,
            Supplier<String> tokens) {
        this.bootstrapServers = bootstrapServers;
        this.outgoing = new Outgoing(services, tokens);
    }

    public static NotifierCounterpart of(Surroundings surroundings) {
        return new NotifierCounterpart(
                surroundings.setting(
                        "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + (surroundings.portBase() + 21)),
                service -> surroundings.service(service.portOffset()),
                surroundings.tokens("notifier", "client-notifier"));
    }

    @Override
    public String name() {
        return "notifier";
    }

    @Override
    public int portOffset() {
        return 35;
    }

    @Override
    public void open(CounterpartServer server) {
        server.admin("GET", "/sent", call -> Answer.json(200, Map.of("sent", sent())));
        reader =
                NoticeReader.start(
                        bootstrapServers, outgoing, () -> server.fault().mode() == Fault.Mode.DOWN);
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }

    /** What it would have sent, in order. */
    public List<Message> sent() {
        return outgoing.sent();
    }
}
