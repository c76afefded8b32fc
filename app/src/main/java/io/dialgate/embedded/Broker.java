package io.dialgate.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** A single Kafka broker, its own controller (KRaft). */
final class Broker {

  /** Both relative to the data folder: no character of its path can be misread, and it can be moved. */
  private static final String FOLDER = "kafka";
  private static final String SETTINGS = "kafka.properties";
  private static final Duration FORMAT_WITHIN = Duration.ofSeconds(30);
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
  private static final List<String> JVM = List.of("-Xms64m", "-Xmx384m", "-XX:+UseSerialGC",
      "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
      "-Dlogback.configurationFile=io/dialgate/embedded/broker-logback.xml");

  private Broker() {}

  /** Starts it on data that may be there already; it answers later. */
  static Child start(Path data, int port, int controllerPort) {
    Path settings = data.resolve(SETTINGS);
    try {
      Files.writeString(settings, settings(port, controllerPort));
    } catch (IOException e) {
      throw new EmbeddedFailure("expected to write %s, but got '%s'; make room, or choose another folder with --data"
          .formatted(settings, e), e);
    }
    // Written by the formatter as the last thing, so a format that was cut short is done again.
    if (Files.notExists(data.resolve(FOLDER).resolve("meta.properties"))) {
      format(data);
    }
    return Child.start(program("broker", List.of("kafka.Kafka", SETTINGS)), data);
  }

  static void awaitReady(Child broker, String bootstrapServers) {
    Map<String, Object> client = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
        AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 20, AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 100);
    Sockets.awaitOpen(broker, bootstrapServers, READY_WITHIN);
    try (Admin admin = Admin.create(client)) {
      broker.await(() -> answers(admin), READY_WITHIN);
    }
  }

  /** One node keeps everything once; nobody waits for others; topics are created by those who declare them. */
  private static String settings(int port, int controllerPort) {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.bootstrap.servers=127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
        inter.broker.listener.name=PLAINTEXT
        log.dirs=%3$s
        auto.create.topics.enable=false
        default.replication.factor=1
        min.insync.replicas=1
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=3
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=3
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0
        group.min.session.timeout.ms=1000
        log.cleaner.dedupe.buffer.size=16777216
        num.network.threads=2
        num.io.threads=4
        num.recovery.threads.per.data.dir=2
        """.formatted(port, controllerPort, FOLDER);
  }

  private static boolean answers(Admin admin) {
    try {
      return !admin.describeCluster().nodes().get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Gives the folder the identity of a new cluster, which it keeps. */
  private static void format(Path data) {
    Child.start(program("broker-format", List.of("kafka.tools.StorageTool", "format", "--standalone", "--cluster-id",
        Uuid.randomUuid().toString(), "--config", SETTINGS)), data).awaitDone(FORMAT_WITHIN);
  }

  private static Child.Program program(String name, List<String> main) {
    var jvm = new ArrayList<>(SharedClasses.options(name));
    jvm.addAll(JVM);
    return new Child.Program(name, jvm, ClassPath.broker(), main);
  }
}
