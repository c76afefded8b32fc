package io.dialgate.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** A broker and a registry of our own, on one data folder. They end when we do, however we do. */
public final class EmbeddedMachine implements AutoCloseable {

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Map<String, Child> children = new LinkedHashMap<>();
  private final int kafkaPort;
  private final int registryPort;

  /**
   * What it is started with.
   *
   * @param data the folder of its data
   * @param kafkaPort on loopback, 0 for any free one
   * @param registryPort likewise
   */
  public record Options(Path data, int kafkaPort, int registryPort) {}

  private EmbeddedMachine(int kafkaPort, int registryPort) {
    this.kafkaPort = kafkaPort;
    this.registryPort = registryPort;
  }

  /**
   * Starts both at once, and returns when both answer.
   *
   * @param progress is told what is going on, in words
   * @throws EmbeddedFailure if a port, the folder or a process cannot be had; nothing is left running then
   */
  public static EmbeddedMachine start(Options options, Consumer<String> progress) {
    DataFolder folder = DataFolder.take(options.data().toAbsolutePath());
    EmbeddedMachine machine = null;
    try {
      OldChildren.awaitGone(folder.path(), progress);
      machine = new EmbeddedMachine(Ports.claim(options.kafkaPort(), "broker", "--kafka-port"),
          Ports.claim(options.registryPort(), "schema registry", "--registry-port"));
      machine.open(folder);
      progress.accept("starting broker and registry");
      machine.startChildren(folder.path());
      machine.awaitReady(progress);
      return machine;
    } catch (RuntimeException e) {
      if (machine == null) {
        folder.close();
      } else {
        machine.close();
      }
      throw e;
    }
  }

  /** {@code host:port} of the broker. */
  public String bootstrapServers() {
    return "127.0.0.1:" + kafkaPort;
  }

  /** The registry's Confluent-compatible base. */
  public URI registryUrl() {
    return Registry.confluentBase(registryPort);
  }

  /** The process of each part. */
  public Map<String, Long> pids() {
    Map<String, Long> pids = new LinkedHashMap<>();
    children.forEach((name, child) -> pids.put(name, child.pid()));
    return pids;
  }

  /** Stops both in order, and gives the folder back. */
  @Override
  public void close() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        throw new EmbeddedFailure("expected to stop the own broker and registry, but got '%s'".formatted(e), e);
      }
    }
  }

  private <T extends AutoCloseable> T open(T part) {
    opened.push(part);
    return part;
  }

  private void startChildren(Path data) {
    children.put("registry", open(Registry.start(data, registryPort)));
    children.put("broker", open(Broker.start(data, kafkaPort)));
    OldChildren.remember(data, pids().values());
  }

  private void awaitReady(Consumer<String> progress) {
    try {
      var broker = CompletableFuture
          .runAsync(() -> Broker.awaitReady(child("broker"), bootstrapServers()), Thread::startVirtualThread)
          .thenRun(() -> progress.accept("the broker answers"));
      var registry = CompletableFuture
          .runAsync(() -> Registry.awaitReady(child("registry"), registryPort), Thread::startVirtualThread)
          .thenRun(() -> progress.accept("the registry answers"));
      CompletableFuture.allOf(broker, registry).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof EmbeddedFailure failure ? failure : e;
    }
  }

  private Child child(String name) {
    return Objects.requireNonNull(children.get(name));
  }
}
