package io.dialgate.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;

import io.dialgate.embedded.EmbeddedMachine;
import io.dialgate.embedded.Memory;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.topics.TopicAdmin;
import io.dialgate.wire.registry.ConfluentRegistry;
import io.dialgate.wire.registry.SchemaRegistry;

/** What a benchmark runs on: a broker and a registry of its own, in a folder that goes with it. */
public final class Bench implements AutoCloseable {

  private static final short ONE_COPY = 1;

  private final Path folder;
  private final EmbeddedMachine machine;
  private final Consumer<String> progress;
  private final SchemaRegistry registry;

  private Bench(Path folder, EmbeddedMachine machine, Consumer<String> progress) {
    this.folder = folder;
    this.machine = machine;
    this.progress = progress;
    this.registry = new ConfluentRegistry(machine.registryUrl().toString());
  }

  /** Starts broker and registry on free ports. */
  public static Bench start(Consumer<String> progress) {
    try {
      Path folder = Files.createTempDirectory("dialgate-bench");
      return new Bench(folder,
          EmbeddedMachine.start(new EmbeddedMachine.Options(folder.resolve("machine"), 0, 0), progress), progress);
    } catch (IOException e) {
      throw new UncheckedIOException("expected a temporary folder, but got '%s'".formatted(e.getMessage()), e);
    }
  }

  /** Says what is going on. */
  void say(String words) {
    progress.accept(words);
  }

  Path folder() {
    return folder;
  }

  String bootstrapServers() {
    return machine.bootstrapServers();
  }

  URI registryUrl() {
    return machine.registryUrl();
  }

  SchemaRegistry registry() {
    return registry;
  }

  /** Creates all topics under a prefix, as the application would. */
  void createTopics(String prefix) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      new TopicAdmin(admin, new Settings.Topics(prefix, 6, ONE_COPY)).prepare();
    }
  }

  /** Resident bytes of every process beside the contestants'. */
  Map<String, Long> memory() {
    Map<String, Long> memory = new TreeMap<>();
    machine.pids().forEach((name, pid) -> memory.put(name, Memory.resident(pid).orElse(0)));
    memory.put("bench", Memory.resident(ProcessHandle.current().pid()).orElse(0));
    return memory;
  }

  @Override
  public void close() {
    machine.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException("expected to delete %s, but got '%s'".formatted(folder, e.getMessage()), e);
    }
  }
}
