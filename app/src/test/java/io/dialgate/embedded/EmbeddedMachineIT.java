package io.dialgate.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real broker and a real registry, used as their clients use them. */
class EmbeddedMachineIT {

  private static final String SCHEMA = "{\"schema\": \"{\\\"type\\\": \\\"string\\\"}\"}";
  private static final Duration POLL_WITHIN = Duration.ofSeconds(20);

  @TempDir
  Path folder;

  @Test
  void shouldKeepTopicsRecordsAndSchemasAcrossRestart() throws Exception {
    // given
    String schemaId;
    try (var machine = start(folder)) {
      create(machine, "kept");
      produceInTransaction(machine, "kept", "before");
      schemaId = register(machine, "kept-value");
    }

    // when
    try (var machine = start(folder)) {

      // then
      assertThat(consume(machine, "kept")).isEqualTo("before");
      assertThat(get(machine, "/subjects")).isEqualTo("[\"kept-value\"]");
      assertThat(register(machine, "kept-value")).isEqualTo(schemaId);
      produceInTransaction(machine, "kept", "after");
    }
  }

  @Test
  void shouldRunTwoAtOnce() throws Exception {
    // given
    try (var one = EmbeddedMachine.ephemeral(_ -> {}); var other = EmbeddedMachine.ephemeral(_ -> {})) {

      // when
      create(one, "of-one");
      register(one, "of-one-value");

      // then
      assertThat(topics(one)).containsExactly("of-one");
      assertThat(topics(other)).isEmpty();
      assertThat(get(other, "/subjects")).isEqualTo("[]");
      assertThat(one.memory()).containsOnlyKeys("broker", "registry");
      assertThat(one.memory().values()).allMatch(bytes -> bytes > 50_000_000 && bytes < 600_000_000);
    }
  }

  @Test
  void shouldLeaveNothingWhenEphemeralOneIsClosed() throws Exception {
    // given
    Path data;
    List<Long> pids;

    // when
    try (var machine = EmbeddedMachine.ephemeral(_ -> {})) {
      data = machine.data();
      pids = List.copyOf(machine.pids().values());
      assertThat(data.resolve("kafka")).isDirectory();
    }

    // then
    assertThat(data).doesNotExist();
    assertThat(pids).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
  }

  @Test
  void shouldWorkInFolderWhoseNameHasEveryKindOfCharacter() throws Exception {
    // given
    Path odd = folder.resolve("a b;c,d:e'f%g\\uh=ü");

    // when
    try (var machine = start(odd)) {
      create(machine, "odd");

      // then
      assertThat(topics(machine)).containsExactly("odd");
      assertThat(odd.resolve("kafka").resolve("odd-0")).isDirectory();
    }
  }

  private static EmbeddedMachine start(Path data) {
    return EmbeddedMachine.start(new EmbeddedMachine.Options(data, 0, 0), _ -> {});
  }

  private static Map<String, Object> client(EmbeddedMachine machine) {
    return Map.of("bootstrap.servers", machine.bootstrapServers());
  }

  private static void create(EmbeddedMachine machine, String topic) throws Exception {
    try (var admin = Admin.create(client(machine))) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) -1))).all().get();
    }
  }

  private static List<String> topics(EmbeddedMachine machine) throws Exception {
    try (var admin = Admin.create(client(machine))) {
      return List.copyOf(admin.listTopics().names().get());
    }
  }

  /** Exactly once is what Dialgate runs with, and it needs internal topics that a single node must be able to make. */
  private static void produceInTransaction(EmbeddedMachine machine, String topic, String value) throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", machine.bootstrapServers(), "transactional.id", "it");
    try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      var _ = producer.send(new ProducerRecord<>(topic, value));
      producer.commitTransaction();
    }
  }

  private static String consume(EmbeddedMachine machine, String topic) {
    Map<String, Object> settings = Map.of("bootstrap.servers", machine.bootstrapServers(), "isolation.level",
        "read_committed", "auto.offset.reset", "earliest");
    try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      var partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      return consumer.poll(POLL_WITHIN).records(partition).stream().map(ConsumerRecord::value).findFirst().orElse("");
    }
  }

  private static String register(EmbeddedMachine machine, String subject) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(machine.registryUrl() + "/subjects/" + subject + "/versions"))
        .header("Content-Type", "application/vnd.schemaregistry.v1+json")
        .POST(BodyPublishers.ofString(SCHEMA, StandardCharsets.UTF_8)).build());
  }

  private static String get(EmbeddedMachine machine, String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(machine.registryUrl() + path)).build());
  }

  private static String send(HttpRequest request) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var response = client.send(request, BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      return response.body();
    }
  }
}
