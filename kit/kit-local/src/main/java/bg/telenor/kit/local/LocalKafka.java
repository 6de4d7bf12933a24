package bg.telenor.kit.local;

import bg.telenor.events.Topic;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka broker, its own controller, in this JVM. It has the suite's topics and makes no
 * others by itself, so that a mistyped name fails.
 */
public final class LocalKafka implements AutoCloseable {

    private static final String CLUSTER_ID = "c3VpdGUtbG9jYWwtMDAwMQ";

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private LocalKafka(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /** Runs a broker until the process is told to end. */
    public static void main(String[] args) throws InterruptedException {
        if (args.length != 3) {
            throw new IllegalArgumentException("expected: PORT CONTROLLER_PORT DATA_FOLDER");
        }
        var kafka = start(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Path.of(args[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close));
        System.out.println("Kafka is ready at " + kafka.bootstrapServers());
        new CountDownLatch(1).await();
    }

    /** For tests: free ports and an empty folder. */
    public static LocalKafka throwaway() {
        try {
            var folder = Files.createTempDirectory("suite-kafka");
            folder.toFile().deleteOnExit();
            return start(FreePorts.next(), FreePorts.next(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a broker whose data stays in {@code folder}, and makes the topics that are missing.
     */
    public static LocalKafka start(int port, int controllerPort, Path folder) {
        var data = folder.toAbsolutePath().resolve("log").toString();
        format(data);
        var config = KafkaConfig.fromProps(properties(port, controllerPort, data));
        var server = new KafkaRaftServer(config, Time.SYSTEM);
        server.startup();
        var kafka = new LocalKafka(server, "127.0.0.1:" + port);
        kafka.createTopics();
        return kafka;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private void createTopics() {
        try (var admin =
                Admin.create(
                        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var present = admin.listTopics().names().get();
            var missing =
                    Stream.of(Topic.values())
                            .flatMap(LocalKafka::withDeadLetters)
                            .filter(topic -> !present.contains(topic.name()))
                            .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics cannot be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while topics were made", e);
        }
    }

    private static Stream<NewTopic> withDeadLetters(Topic topic) {
        var life = Long.toString(Topic.DEAD_LETTER_LIFE.toMillis());
        return Stream.of(
                new NewTopic(topic.topicName(), Topic.PARTITIONS, (short) 1)
                        .configs(topic.settings()),
                new NewTopic(topic.deadLetterName(), Topic.PARTITIONS, (short) 1)
                        .configs(Map.of("cleanup.policy", "delete", "retention.ms", life)));
    }

    private static void format(String data) {
        try (var silent =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Files.createDirectories(Path.of(data));
            new Formatter()
                    .setPrintStream(silent)
                    .setClusterId(CLUSTER_ID)
                    .setNodeId(1)
                    .setDirectories(List.of(data))
                    .setMetadataLogDirectory(data)
                    .setControllerListenerName("CONTROLLER")
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) { // as Formatter declares it
            throw new IllegalStateException("Kafka's folder cannot be formatted", e);
        }
    }

    private static Properties properties(int port, int controllerPort, String data) {
        var properties = new Properties();
        properties.putAll(
                Map.ofEntries(
                        Map.entry("process.roles", "broker,controller"),
                        Map.entry("node.id", "1"),
                        Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                        Map.entry("controller.listener.names", "CONTROLLER"),
                        Map.entry(
                                "listeners",
                                "BROKER://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                                        .formatted(port, controllerPort)),
                        Map.entry("advertised.listeners", "BROKER://127.0.0.1:" + port),
                        Map.entry("inter.broker.listener.name", "BROKER"),
                        Map.entry(
                                "listener.security.protocol.map",
                                "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                        Map.entry("log.dirs", data),
                        Map.entry("auto.create.topics.enable", "false"),
                        Map.entry("offsets.topic.replication.factor", "1"),
                        Map.entry("offsets.topic.num.partitions", "4"),
                        Map.entry("transaction.state.log.replication.factor", "1"),
                        Map.entry("transaction.state.log.min.isr", "1"),
                        Map.entry("transaction.state.log.num.partitions", "4"),
                        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                        Map.entry("share.coordinator.state.topic.min.isr", "1"),
                        Map.entry("group.initial.rebalance.delay.ms", "0"),
                        // An index file is made at its full size, for every partition.
                        Map.entry("log.index.size.max.bytes", "1048576"),
                        Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
                        Map.entry("num.network.threads", "2"),
                        Map.entry("num.io.threads", "4")));
        return properties;
    }
}
