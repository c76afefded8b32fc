package io.dialgate.runtime.topics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;

/** A real broker in a process of its own, as small as one can be. */
final class BrokerProcess implements AutoCloseable {

  private final Process process;
  private final String bootstrapServers;

  private BrokerProcess(Process process, String bootstrapServers) {
    this.process = process;
    this.bootstrapServers = bootstrapServers;
  }

  static BrokerProcess start(Path folder) throws Exception {
    int port = freePort();
    int controllerPort = freePort();
    Path config = Files.writeString(folder.resolve("broker.properties"), """
        process.roles=broker,controller
        node.id=1
        controller.quorum.bootstrap.servers=127.0.0.1:%d
        controller.listener.names=CONTROLLER
        listeners=PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d
        advertised.listeners=PLAINTEXT://127.0.0.1:%d
        listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
        log.dirs=%s
        offsets.topic.replication.factor=1
        auto.create.topics.enable=false
        """.formatted(controllerPort, port, controllerPort, port, folder.resolve("logs")));
    Process format = java(folder, "kafka.tools.StorageTool", "format", "--standalone", "-t", "MkU3OEVBNTcwNTJENDM2Qg",
        "-c", config.toString());
    if (!format.waitFor(30, TimeUnit.SECONDS) || format.exitValue() != 0) {
      throw new IllegalStateException("could not format: " + Files.readString(folder.resolve("broker.log")));
    }
    BrokerProcess broker = new BrokerProcess(java(folder, "kafka.Kafka", config.toString()), "127.0.0.1:" + port);
    Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(broker::answers);
    return broker;
  }

  Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private boolean answers() throws Exception {
    try (Admin admin = admin()) {
      return admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).size() == 1;
    }
  }

  private static Process java(Path folder, String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("broker.log").toFile())).start();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
