package dev.callautomation.examples.scaleout.simulation;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

import dev.callautomation.examples.support.SimulatorSetup;

/** One Kafka broker, which is its own controller, with the topics of the example. */
public final class Broker {

    private static final String HOST = "127.0.0.1";
    /** As many consumers of a topic may share the work. */
    private static final int PARTITIONS = 24;

    private static final String RELAY = "call-relay";
    /** How many workers have a topic of their own for the relay. */
    private static final int WORKERS = 8;

    private static final int TIMEOUT_SECONDS = 30;

    private final KafkaRaftServer server;

    private Broker(KafkaRaftServer server) {
        this.server = server;
    }

    /**
     * Starts a broker that is empty.
     *
     * @param folder for its files; nothing may be there
     */
    public static Broker start(Path folder, int port) throws Exception {
        KafkaConfig configuration = new KafkaConfig(Map.copyOf(settings(folder, port, SimulatorSetup.freePort())));
        format(folder);
        KafkaRaftServer server = new KafkaRaftServer(configuration, Time.SYSTEM);
        server.startup();
        createTopics(HOST + ":" + port);
        return new Broker(server);
    }

    private static Map<String, String> settings(Path folder, int port, int controllerPort) {
        return Map.ofEntries(
                Map.entry("node.id", "1"),
                Map.entry("process.roles", "broker,controller"),
                Map.entry("controller.quorum.voters", "1@" + HOST + ":" + controllerPort),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", folder.toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"));
    }

    private static void format(Path folder) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(folder.toString())
                .addDirectory(folder.toString())
                .run();
    }

    private static void createTopics(String address) throws Exception {
        Properties properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address);
        try (Admin admin = Admin.create(properties)) {
            admin.createTopics(Stream.concat(
                                    Stream.of(topic("call-events", PARTITIONS), topic(RELAY, 1)),
                                    IntStream.rangeClosed(1, WORKERS)
                                            .mapToObj(worker -> topic(ownTopic("worker-" + worker), 1)))
                            .toList())
                    .all()
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty());
    }

    private static String ownTopic(String worker) {
        return RELAY + "-" + worker;
    }

    /** The number of messages of the relay that these workers have received so far, on average. */
    static double relayed(int port, List<String> workers) throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, HOST + ":" + port))) {
            double own = 0;
            for (String worker : workers) {
                own += messages(admin, ownTopic(worker));
            }
            return messages(admin, RELAY) + own / workers.size();
        }
    }

    /** The number of messages of the relay that all workers have received so far. */
    static long relayedToAll(int port) throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, HOST + ":" + port))) {
            return messages(admin, RELAY);
        }
    }

    private static long messages(Admin admin, String topic) throws Exception {
        TopicPartition partition = new TopicPartition(topic, 0);
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .offset();
    }

    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }
}
