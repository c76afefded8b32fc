package io.dialgate.wire.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialRequest;
import io.dialgate.wire.registry.InMemoryRegistry;
import io.dialgate.wire.registry.SchemaRegistry;

class AvroSerializerTest {

  private static final String TOPIC = "dialgate.dial-requests";
  private static final int THREADS = 8;
  private static final int RECORDS = 2_000;

  private final Counting registry = new Counting();

  @Test
  void shouldPassNullThrough() {
    // given
    var serializer = new AvroSerializer<DialRequest>(registry);
    var deserializer = new AvroDeserializer<>(DialRequest.class, registry);

    // when
    byte[] bytes = serializer.serialize(TOPIC, null);

    // then
    assertThat(bytes).isNull();
    assertThat(deserializer.deserialize(TOPIC, (byte[]) null)).isNull();
  }

  @Test
  void shouldLookTheRegistrationUpOnceForManyRecords() {
    // given
    var serializer = new AvroSerializer<DialRequest>(registry);

    // when
    for (int i = 0; i < RECORDS; i++) {
      serializer.serialize(TOPIC, Samples.request("r-" + i));
    }

    // then
    assertThat(registry.registered).hasValue(1);
    assertThat(registry.subjects).containsExactly(TOPIC + "-value");
  }

  @Test
  void shouldServeManyThreadsTopicsAndClassesAtOnce() throws Exception {
    // given
    var serializer = new AvroSerializer<SpecificRecord>(registry);
    var deserializer = new AvroDeserializer<>(DialRequest.class, registry);
    var decisions = new AvroDeserializer<>(DialDecision.class, registry);
    var start = new CountDownLatch(1);
    List<Future<?>> work = new ArrayList<>();

    // when
    try (var pool = Executors.newFixedThreadPool(THREADS)) {
      for (int thread = 0; thread < THREADS; thread++) {
        String id = "r-" + "x".repeat(thread * 50);
        work.add(pool.submit(() -> {
          start.await();
          for (int i = 0; i < RECORDS; i++) {
            byte[] request = serializer.serialize(TOPIC, Samples.request(id + i));
            byte[] decision = serializer.serialize("dialgate.dial-decisions", Samples.decision(id + i));
            assertThat(deserializer.deserialize(TOPIC, request)).isEqualTo(Samples.request(id + i));
            assertThat(decisions.deserialize(TOPIC, decision)).isEqualTo(Samples.decision(id + i));
          }
          return null;
        }));
      }
      start.countDown();
    }

    // then
    for (Future<?> done : work) {
      assertThat(done.get()).isNull();
    }
  }

  @Test
  void shouldFindTheClassByTheNameOfTheSchema() {
    // given
    var codec = new AvroCodec<>(DialRequest.class, registry, TOPIC + "-value");
    var reader = new NamedClasses<SpecificRecord>(registry);

    // when
    Decoding<SpecificRecord> read = reader.read(codec.encode(Samples.request("r-1")));

    // then
    assertThat(read).isEqualTo(new Decoding.Decoded<SpecificRecord>(Samples.request("r-1"), 1));
  }

  @Test
  void shouldMakeNoClassThatIsNoRecord() {
    // given
    var reader = new NamedClasses<SpecificRecord>(registry);
    Schema thread = SchemaBuilder.record("Thread").namespace("java.lang").fields().endRecord();
    Schema missing = SchemaBuilder.record("Missing").namespace("io.dialgate.schemas").fields().endRecord();
    Schema number = Schema.create(Schema.Type.LONG);

    for (Schema schema : List.of(thread, missing, number)) {
      // when
      Decoding<SpecificRecord> read = reader.read(WireFormat.header(registry.register("s", schema)));

      // then
      assertThat(read).isInstanceOfSatisfying(Decoding.Malformed.class,
          it -> assertThat(it.code()).isEqualTo("UNREADABLE"));
    }
  }

  @Test
  void shouldSayWhatIsWrongWhenBytesAreMalformed() {
    // given
    var deserializer = new AvroDeserializer<>(DialRequest.class, registry);

    // when
    assertThatThrownBy(() -> deserializer.deserialize(TOPIC, new byte[]{'{', '}'}))

        // then
        .isInstanceOf(SerializationException.class).hasMessageContaining("NOT_WIRE_FORMAT").hasMessageContaining(TOPIC);
  }

  @Test
  void shouldAskForTheRegistrysAddressWhenNoneIsSet() {
    // given
    try (var serializer = new AvroSerializer<DialRequest>(); var deserializer = new AvroDeserializer<DialRequest>()) {
      // when
      // then
      assertThatThrownBy(() -> serializer.configure(Map.of(), false)).hasMessageContaining("schema.registry.url");
      assertThatThrownBy(() -> deserializer.configure(Map.of(), false)).hasMessageContaining("schema.registry.url");
    }
  }

  /** Counts what it is asked. */
  private static final class Counting implements SchemaRegistry {
    private final InMemoryRegistry behind = new InMemoryRegistry();
    private final AtomicInteger registered = new AtomicInteger();
    private final List<String> subjects = new CopyOnWriteArrayList<>();

    @Override
    public int register(String subject, Schema schema) {
      registered.incrementAndGet();
      subjects.add(subject);
      return behind.register(subject, schema);
    }

    @Override
    public Schema byId(int id) {
      return behind.byId(id);
    }
  }
}
