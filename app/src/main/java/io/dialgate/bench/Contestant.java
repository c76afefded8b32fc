package io.dialgate.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.dialgate.embedded.ChildMain;
import io.dialgate.embedded.Memory;

/**
 * One of the applications that are compared, as a process of its own.
 *
 * @param name in figures
 * @param prefix of its topics
 * @param group its consumer group
 * @param process the process
 */
record Contestant(String name, String prefix, String group, Process process) implements AutoCloseable {

  private static final Duration READY_WITHIN = Duration.ofMinutes(2);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);
  private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(50);

  /** The line with which a contestant says that it runs. */
  static final String READY = "\"ready\":true";

  /** The application, as {@code dialgate up} runs it; the first of its roles is the one that is waited for. */
  static Contestant dialgate(Bench bench, String name, String roles) {
    return dialgate(bench, name, roles, Map.of());
  }

  private static Contestant dialgate(Bench bench, String name, String roles, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    String prefix = name.replace(' ', '-') + ".";
    String applications = prefix.replace('.', '-');
    Path data = bench.folder().resolve(applications + "data");
    String role = roles.split(",", 2)[0];
    environment.put("DIALGATE_TOPICS_PREFIX", prefix);
    environment.put("DIALGATE_APPLICATION_ID_PREFIX", applications);
    environment.put("DIALGATE_POLICY_DEFAULT", "lists-only");
    return start(name, prefix, applications + role, bench, List.of("-Xmx512m", "-XX:+UseSerialGC"),
        List.of("io.dialgate.cli.Dialgate", "up", "--json", "--http-port", "0", "--roles", roles, "--data",
            data.toString()),
        environment);
  }

  /** The gate with its API, whose rate is not bounded. */
  static Contestant withDoor(Bench bench, String name, boolean auditsLookups) {
    return dialgate(bench, name, "gate,audit", Map.of("DIALGATE_HTTP_RATE", "1000000", "DIALGATE_HTTP_AUDIT_LOOKUPS",
        Boolean.toString(auditsLookups)));
  }

  /** Where its API answers. */
  URI http(Bench bench) {
    try {
      Path out = bench.folder().resolve(prefix + "out");
      return URI.create(new ObjectMapper().readTree(out.toFile()).path("http").asText());
    } catch (IOException e) {
      throw new UncheckedIOException("expected %s to say where its API is".formatted(name), e);
    }
  }

  /** The plain DSL join, with every setting at its default but the guarantee. */
  static Contestant naive(Bench bench) {
    return naive(bench, NaiveMain.PREFIX);
  }

  /** The same, under another prefix: one that has not loaded anything yet. */
  static Contestant naive(Bench bench, String prefix) {
    return start("naive", prefix, prefix.replace(".", ""), bench, List.of("-Xmx512m", "-XX:+UseSerialGC"),
        List.of("io.dialgate.bench.NaiveMain", stateOfNaive(bench, prefix).toString(), prefix), Map.of());
  }

  /** Where a naive one keeps its state. */
  static Path stateOfNaive(Bench bench, String prefix) {
    return bench.folder().resolve(prefix.replace(".", "") + "-data");
  }

  /** The plain DSL's sliding windows, with every setting at its default but the guarantee. */
  static Contestant naiveRisk(Bench bench) {
    return start("naive", NaiveRiskMain.PREFIX, "naive-risk", bench, List.of("-Xmx512m", "-XX:+UseSerialGC"),
        List.of(NaiveRiskMain.class.getName(), bench.folder().resolve("naive-risk-data").toString()), Map.of());
  }

  /** The join that also remembers each request and has the gate's inputs: what any gate on Kafka Streams must cost. */
  static Contestant remembering(Bench bench) {
    return start("remembering", RememberingMain.PREFIX, "remembering", bench, List.of("-Xmx512m", "-XX:+UseSerialGC"),
        List.of("io.dialgate.bench.RememberingMain", bench.folder().resolve("remembering-data").toString()),
        Map.of("DIALGATE_TOPICS_PREFIX", RememberingMain.PREFIX));
  }

  /** Resident bytes of its process; 0 where the operating system does not tell. */
  long memory() {
    return Memory.resident(process.pid()).orElse(0);
  }

  @Override
  public void close() {
    // Only the signal: process.destroy() also closes its input, upon which it would not end in order.
    process.toHandle().destroy();
    try {
      if (!process.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static Contestant start(String name, String prefix, String group, Bench bench, List<String> jvm,
      List<String> program, Map<String, String> environment) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
        "-Ddialgate.home=" + System.getProperty("dialgate.home", "target"), "-cp",
        System.getProperty("java.class.path")));
    command.addAll(jvm);
    // Ends with us, also when we are killed.
    command.add(ChildMain.class.getName());
    command.addAll(program);
    try {
      File out = bench.folder().resolve(prefix + "out").toFile();
      var builder = new ProcessBuilder(command).redirectOutput(out)
          .redirectError(bench.folder().resolve(prefix + "err").toFile());
      builder.environment().put("DIALGATE_KAFKA_BOOTSTRAP_SERVERS", bench.bootstrapServers());
      builder.environment().put("DIALGATE_SCHEMA_REGISTRY_URL", bench.registryUrl().toString());
      builder.environment().putAll(environment);
      var contestant = new Contestant(name, prefix, group, builder.start());
      contestant.awaitReady(out.toPath());
      return contestant;
    } catch (IOException e) {
      throw new UncheckedIOException("expected to start %s, but got '%s'".formatted(name, e.getMessage()), e);
    }
  }

  private void awaitReady(Path out) throws IOException {
    long deadline = System.nanoTime() + READY_WITHIN.toNanos();
    while (!Files.readString(out).contains(READY)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        close();
        throw new IllegalStateException("expected %s to start within %s, but it did not; read %s".formatted(name,
            READY_WITHIN, out.resolveSibling(prefix + "err")));
      }
      LockSupport.parkNanos(ASK_AGAIN_AFTER.toNanos());
    }
  }
}
