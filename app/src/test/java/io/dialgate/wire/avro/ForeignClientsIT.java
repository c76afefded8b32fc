package io.dialgate.wire.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumReader;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumWriter;
import org.apache.flink.avro.shaded.org.apache.avro.io.DecoderFactory;
import org.apache.flink.avro.shaded.org.apache.avro.io.EncoderFactory;
import org.apache.flink.formats.avro.registry.confluent.ConfluentSchemaRegistryCoder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import io.dialgate.embedded.EmbeddedMachine;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialOutcome;
import io.dialgate.schemas.DialRequest;
import io.dialgate.wire.registry.ConfluentRegistry;
import io.dialgate.wire.registry.IncompatibleSchemaException;
import io.dialgate.wire.registry.UnknownSchemaException;

/** Our serializer, our deserializer and two clients that others wrote read each other's records, by a real registry. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignClientsIT {

  private static final int CACHED = 100;

  private EmbeddedMachine machine;
  private CachedSchemaRegistryClient confluent;
  private AvroSerializer<SpecificRecord> serializer;
  private AvroDeserializer<SpecificRecord> deserializer;

  @BeforeAll
  void startRegistry(@TempDir Path data) {
    machine = EmbeddedMachine.start(new EmbeddedMachine.Options(data, 0, 0), progress -> {});
    confluent = new CachedSchemaRegistryClient(url(), CACHED);
  }

  @AfterAll
  void stopRegistry() throws IOException {
    confluent.close();
    machine.close();
  }

  @BeforeEach
  void configure() {
    serializer = new AvroSerializer<>();
    serializer.configure(Map.of("schema.registry.url", url()), false);
    deserializer = new AvroDeserializer<>();
    deserializer.configure(Map.of("schema.registry.url", url()), false);
  }

  @AfterEach
  void close() {
    serializer.close();
    deserializer.close();
  }

  @Test
  void shouldBeReadByConfluentsClientAndReadWhatItWrites() throws IOException {
    // given
    String topic = "confluent.dial-decisions";
    byte[] ours = bytes(topic, Samples.decision("r-1"));
    var coder = new ConfluentSchemaRegistryCoder(topic + "-value", confluent);
    var in = new ByteArrayInputStream(ours);
    var schema = coder.readSchema(in);

    // when
    var read = new GenericDatumReader<org.apache.flink.avro.shaded.org.apache.avro.generic.GenericRecord>(schema).read(
        null,
        DecoderFactory.get().binaryDecoder(in, null));
    var theirs = new ByteArrayOutputStream();
    coder.writeSchema(schema, theirs);
    var encoder = EncoderFactory.get().binaryEncoder(theirs, null);
    new GenericDatumWriter<org.apache.flink.avro.shaded.org.apache.avro.generic.GenericRecord>(schema).write(read,
        encoder);
    encoder.flush();

    // then
    assertThat(read.get("requestId")).hasToString("r-1");
    assertThat(theirs.toByteArray()).isEqualTo(ours);
    assertThat(deserializer.deserialize(topic, theirs.toByteArray())).isEqualTo(Samples.decision("r-1"));
  }

  @Test
  void shouldReadARecordOfAVersionThatOnlyConfluentsClientRegistered() throws IOException {
    // given
    String topic = "confluent.dial-requests";
    String newer = DialRequest.getClassSchema().toString().replace("\"fields\":[",
        "\"fields\":[{\"name\":\"novel\",\"type\":\"int\",\"default\":0},");
    var schema = new org.apache.flink.avro.shaded.org.apache.avro.Schema.Parser().parse(newer);
    var theirs = new ByteArrayOutputStream();
    new ConfluentSchemaRegistryCoder(topic + "-value", confluent).writeSchema(schema, theirs);
    theirs.write(14);
    byte[] known = bytes(topic, Samples.request("r-2"));
    theirs.write(known, WireFormat.HEADER_BYTES, known.length - WireFormat.HEADER_BYTES);

    // when
    SpecificRecord read = deserializer.deserialize(topic, theirs.toByteArray());

    // then
    assertThat(read).isEqualTo(Samples.request("r-2"));
  }

  @Test
  void shouldBeReadByApicuriosDeserializerAndReadWhatItsSerializerWrites() {
    // given
    String topic = "apicurio.dial-decisions";
    byte[] ours = bytes(topic, Samples.decision("r-3"));
    try (var reader = new AvroKafkaDeserializer<GenericRecord>();
        var writer = new AvroKafkaSerializer<GenericRecord>()) {
      reader.configure(apicurio(), false);
      writer.configure(apicurio(), false);

      // when
      GenericRecord read = reader.deserialize(topic, ours);
      byte[] theirs = writer.serialize(topic, read);

      // then
      assertThat(read.getSchema().getFullName()).isEqualTo(DialDecision.class.getName());
      assertThat(read.get("requestId")).hasToString("r-3");
      assertThat(deserializer.deserialize(topic, theirs)).isEqualTo(Samples.decision("r-3"));
    }
  }

  @Test
  void shouldReadARecordWhoseSchemaOnlyApicuriosSerializerRegistered() {
    // given
    String topic = "apicurio.dial-outcomes";
    var at = Instant.parse("2026-11-01T15:30:00Z");
    Schema schema = new Schema.Parser().parse(DialOutcome.getClassSchema().toString().replace("\"fields\":[",
        "\"fields\":[{\"name\":\"novel\",\"type\":\"string\"},"));
    GenericRecord record = new GenericData.Record(schema);
    record.put("novel", "ignored");
    record.put("requestId", "r-4");
    record.put("phone", "+14155550100");
    record.put("region", "US");
    record.put("outcome", new GenericData.EnumSymbol(schema.getField("outcome").schema(), "PLACED"));
    record.put("occurredAt", at.getEpochSecond() * 1_000_000);
    try (var writer = new AvroKafkaSerializer<GenericRecord>()) {
      writer.configure(apicurio(), false);

      // when
      SpecificRecord read = deserializer.deserialize(topic, writer.serialize(topic, record));

      // then
      assertThat(read).isInstanceOfSatisfying(DialOutcome.class, it -> {
        assertThat(it.getRequestId()).isEqualTo("r-4");
        assertThat(it.getOccurredAt()).isEqualTo(at);
      });
    }
  }

  @Test
  void shouldTellAnUnknownIdFromARefusedSchemaWhenTheRegistryIsReal() throws Exception {
    // given
    String subject = "refused-value";
    Schema first = SchemaBuilder.record("R").fields().requiredString("a").endRecord();
    Schema second = SchemaBuilder.record("R").fields().requiredString("a").requiredString("b").endRecord();
    try (var registry = new ConfluentRegistry(url()); var http = HttpClient.newHttpClient()) {
      int id = registry.register(subject, first);
      var rule = HttpRequest.newBuilder(URI.create(url() + "/config/" + subject))
          .header("Content-Type", "application/json")
          .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"BACKWARD\"}")).build();
      assertThat(http.send(rule, BodyHandlers.ofString()).statusCode()).isEqualTo(200);

      // when
      // then
      assertThat(registry.byId(id)).isEqualTo(first);
      assertThatThrownBy(() -> registry.byId(999_999)).isInstanceOf(UnknownSchemaException.class);
      assertThatThrownBy(() -> registry.register(subject, second)).isInstanceOf(IncompatibleSchemaException.class);
    }
  }

  private byte[] bytes(String topic, SpecificRecord value) {
    byte[] bytes = serializer.serialize(topic, value);
    assertThat(bytes).isNotNull();
    return bytes;
  }

  private String url() {
    return machine.registryUrl().toString();
  }

  /** Apicurio's own API, and Confluent's layout: the id in four bytes within the value, and the id of the content. */
  private Map<String, Object> apicurio() {
    return Map.of("apicurio.registry.url", machine.registryUrl().resolve("/apis/registry/v3").toString(),
        "apicurio.registry.id-handler", "io.apicurio.registry.serde.Default4ByteIdHandler", "apicurio.registry.use-id",
        "contentId", "apicurio.registry.headers.enabled", false, "apicurio.registry.auto-register", true,
        "apicurio.registry.http.adapter", "JDK",
        "apicurio.registry.artifact-resolver-strategy", "io.apicurio.registry.serde.strategy.TopicIdStrategy");
  }
}
