package io.dialgate.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** A broker and a registry of our own, on one data folder. They end when we do, however we do. */
public final class EmbeddedMachine implements AutoCloseable {

  private final DataFolder folder;
  private final int kafkaPort;
  private final int registryPort;
  private final Map<String, Child> children = new LinkedHashMap<>();

  /**
   * What it is started with.
   *
   * @param data the folder of its data, made if it is not there
   * @param kafkaPort on loopback, 0 for any free one
   * @param registryPort likewise
   */
  public record Options(Path data, int kafkaPort, int registryPort) {}

  private EmbeddedMachine(DataFolder folder, int kafkaPort, int registryPort) {
    this.folder = folder;
    this.kafkaPort = kafkaPort;
    this.registryPort = registryPort;
  }

  /**
   * Starts both at once, and returns when both answer.
   *
   * @param progress is told what is going on, in words, from more than one thread
   * @throws EmbeddedFailure if a port, the folder or a process cannot be had; nothing is left running then
   */
  public static EmbeddedMachine start(Options options, Consumer<String> progress) {
    return start(DataFolder.take(options.data().toAbsolutePath()), options, progress);
  }

  /**
   * Starts one on free ports that leaves nothing: its folder, of the system's temporary ones, is deleted when it is closed.
   * It stays if the start fails, since the message names a log in it.
   *
   * @param progress as above
   * @throws EmbeddedFailure as above
   */
  public static EmbeddedMachine ephemeral(Consumer<String> progress) {
    DataFolder folder = DataFolder.temporary();
    return start(folder, new Options(folder.path(), 0, 0), progress);
  }

  /** {@code host:port} of the broker. */
  public String bootstrapServers() {
    return "127.0.0.1:" + kafkaPort;
  }

  /** The registry's Confluent-compatible base. */
  public URI registryUrl() {
    return Registry.confluentBase(registryPort);
  }

  /** The folder of its data, by its real name. */
  public Path data() {
    return folder.path();
  }

  /** The process of each part, by the names {@code broker} and {@code registry}. */
  public Map<String, Long> pids() {
    Map<String, Long> pids = new LinkedHashMap<>();
    children.forEach((name, child) -> pids.put(name, child.pid()));
    return pids;
  }

  /** Resident bytes of each part, by the same names; a part is absent where {@link Memory#resident} is empty. */
  public Map<String, Long> memory() {
    Map<String, Long> memory = new LinkedHashMap<>();
    pids().forEach((name, pid) -> Memory.resident(pid).ifPresent(bytes -> memory.put(name, bytes)));
    return memory;
  }

  /** Stops both in order, at once and within a bound, then by force; and gives the folder back. */
  @Override
  public void close() {
    children.values().forEach(Child::askToEnd);
    children.values().forEach(Child::close);
    folder.close();
  }

  private static EmbeddedMachine start(DataFolder folder, Options options, Consumer<String> progress) {
    EmbeddedMachine machine = null;
    try {
      OldChildren.awaitGone(folder.path(), progress);
      List<Integer> ports = Ports.claim(new Ports.Wish(options.kafkaPort(), "broker", "--kafka-port"),
          new Ports.Wish(options.registryPort(), "schema registry", "--registry-port"),
          new Ports.Wish(0, "broker's controller", "nothing"));
      machine = new EmbeddedMachine(folder, ports.get(0), ports.get(1));
      progress.accept("starting broker and registry");
      machine.startChildren(ports.get(2));
      machine.awaitReady(progress);
      return machine;
    } catch (RuntimeException e) {
      folder.keep();
      if (machine == null) {
        folder.close();
      } else {
        machine.close();
      }
      throw e;
    }
  }

  private void startChildren(int controllerPort) {
    // The registry takes longer, so it goes first.
    children.put("registry", Registry.start(folder.path(), registryPort));
    children.put("broker", Broker.start(folder.path(), kafkaPort, controllerPort));
  }

  private void awaitReady(Consumer<String> progress) {
    Child broker = Objects.requireNonNull(children.get("broker"));
    Child registry = Objects.requireNonNull(children.get("registry"));
    joinAll(CompletableFuture.runAsync(() -> {
      Broker.awaitReady(broker, bootstrapServers());
      progress.accept("the broker answers");
    }, Thread::startVirtualThread), CompletableFuture.runAsync(() -> {
      Registry.awaitReady(registry, registryPort);
      progress.accept("the registry answers");
    }, Thread::startVirtualThread));
  }

  /** Returns when all are done, or throws as soon as one has failed: the other may take long. */
  private static void joinAll(CompletableFuture<?>... parts) {
    CompletableFuture<Void> all = CompletableFuture.allOf(parts);
    for (CompletableFuture<?> part : parts) {
      var _ = part.exceptionally(failure -> {
        all.completeExceptionally(failure);
        return null;
      });
    }
    try {
      all.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof EmbeddedFailure failure ? failure : e;
    }
  }
}
