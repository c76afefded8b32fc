package io.dialgate.wire.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialOutcome;
import io.dialgate.schemas.DialRequest;
import io.dialgate.wire.avro.Decoding.Decoded;
import io.dialgate.wire.avro.Decoding.Malformed;
import io.dialgate.wire.registry.InMemoryRegistry;
import io.dialgate.wire.registry.RegistryUnreachableException;
import io.dialgate.wire.registry.SchemaRegistry;

class AvroCodecTest {

  private static final String SUBJECT = "dialgate.dial-requests-value";

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final AvroCodec<DialRequest> codec = new AvroCodec<>(DialRequest.class, registry, SUBJECT);

  @Test
  void shouldReadWhatItWrote() {
    // given
    var decisions = new AvroCodec<>(DialDecision.class, registry, "dialgate.dial-decisions-value");
    byte[] first = decisions.encode(Samples.decision("r-1"));
    byte[] second = decisions.encode(Samples.decision("r-2"));

    // when
    Decoding<DialDecision> read = decisions.decode(first);

    // then
    assertThat(read).isEqualTo(new Decoded<>(Samples.decision("r-1"), 1));
    assertThat(decisions.decode(second)).isEqualTo(new Decoded<>(Samples.decision("r-2"), 1));
    assertThat(ByteBuffer.wrap(first).get()).isZero();
    assertThat(ByteBuffer.wrap(first, 1, 4).getInt()).isEqualTo(1);
  }

  @Test
  void shouldLeaveNoTraceOfARecordThatCouldNotBeWritten() {
    // given
    DialRequest broken = Samples.request("x".repeat(100));
    broken.setCampaignId(null);
    byte[] before = codec.encode(Samples.request("r-1"));
    assertThatThrownBy(() -> codec.encode(broken)).isInstanceOf(RuntimeException.class);

    // when
    byte[] after = codec.encode(Samples.request("r-1"));

    // then
    assertThat(after).isEqualTo(before);
  }

  @Test
  void shouldKeepRecordsWholeWhenOneIsLarge() {
    // given
    byte[] before = codec.encode(Samples.request("r-1"));
    codec.encode(Samples.request("x".repeat(1_000_000)));

    // when
    byte[] after = codec.encode(Samples.request("r-1"));

    // then
    assertThat(after).isEqualTo(before);
  }

  @Test
  void shouldTellEachKindOfMalformedBytes() {
    // given
    byte[] good = codec.encode(Samples.request("r-1"));
    byte[] magic = good.clone();
    magic[0] = '{';
    byte[] unknown = good.clone();
    unknown[4] = 99;

    // when
    // then
    assertThat(code(new byte[0])).isEqualTo("TRUNCATED");
    assertThat(code(Arrays.copyOf(good, 4))).isEqualTo("TRUNCATED");
    assertThat(code(Arrays.copyOf(good, 5))).isEqualTo("TRUNCATED");
    assertThat(code(Arrays.copyOf(good, good.length - 1))).isEqualTo("TRUNCATED");
    assertThat(code(Arrays.copyOf(good, good.length + 1))).isEqualTo("TRAILING_BYTES");
    assertThat(code(magic)).isEqualTo("NOT_WIRE_FORMAT");
    assertThat(code(unknown)).isEqualTo("UNKNOWN_SCHEMA");
  }

  @Test
  void shouldCallAnotherRecordUnreadable() {
    // given
    int id = registry.register("s", DialOutcome.getClassSchema());
    byte[] bytes = WireFormat.header(id);

    // when
    Decoding<DialRequest> read = codec.decode(bytes);

    // then
    assertThat(read).isInstanceOfSatisfying(Malformed.class, it -> {
      assertThat(it.code()).isEqualTo("UNREADABLE");
      assertThat(it.message()).contains("DialRequest", "DialOutcome");
    });
  }

  @Test
  void shouldCallARecordOfTheSameNameUnreadableWhenItLacksWhatMustBeThere() {
    // given
    Schema other = SchemaBuilder.record("DialRequest").namespace("io.dialgate.schemas").fields().requiredInt("x")
        .endRecord();
    byte[] bytes = Arrays.copyOf(WireFormat.header(registry.register("s", other)), 6);

    // when
    String code = code(bytes);

    // then
    assertThat(code).isEqualTo("UNREADABLE");
  }

  @Test
  void shouldReadWhatANewerProducerWrites() throws IOException {
    // given
    Schema.Parser parser = new Schema.Parser();
    String newer = DialRequest.getClassSchema().toString().replace("\"fields\":[",
        "\"fields\":[{\"name\":\"novel\",\"type\":{\"type\":\"array\",\"items\":\"string\"}},");
    Schema schema = parser.parse(newer);
    var record = new GenericData.Record(schema);
    DialRequest known = Samples.request("r-1");
    known.getSchema().getFields().forEach(field -> record.put(field.name(), raw(known, field)));
    record.put("novel", Arrays.asList("a", "b"));
    var out = new ByteArrayOutputStream();
    out.writeBytes(WireFormat.header(registry.register("s", schema)));
    var encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<>(schema).write(record, encoder);
    encoder.flush();

    // when
    Decoding<DialRequest> read = codec.decode(out.toByteArray());

    // then
    assertThat(read).isEqualTo(new Decoded<>(known, 1));
  }

  @Test
  void shouldWaitAndCallNothingPoisonWhenTheRegistryGivesNoAnswer() {
    // given
    byte[] good = codec.encode(Samples.request("r-1"));
    var later = new AvroCodec<>(DialRequest.class, new Flaky(registry), SUBJECT);
    assertThatThrownBy(() -> later.decode(good)).isInstanceOf(RegistryUnreachableException.class);

    // when
    Decoding<DialRequest> read = later.decode(good);

    // then
    assertThat(read).isInstanceOf(Decoded.class);
  }

  private String code(byte[] bytes) {
    return switch (codec.decode(bytes)) {
      case Decoded<DialRequest> _ -> "decoded";
      case Malformed<DialRequest>(String code, String _) -> code;
    };
  }

  private static Object raw(DialRequest request, Schema.Field field) {
    return switch (field.name()) {
      case "purpose" -> new GenericData.EnumSymbol(field.schema(), request.getPurpose().name());
      case "requestedAt" -> 1_793_547_000_123_456L;
      case "dialBy" -> 1_793_547_060_123_456L;
      default -> request.get(field.pos());
    };
  }

  /** Gives no answer once. */
  private static final class Flaky implements SchemaRegistry {
    private final SchemaRegistry behind;
    private boolean up;

    Flaky(SchemaRegistry behind) {
      this.behind = behind;
    }

    @Override
    public int register(String subject, Schema schema) {
      return behind.register(subject, schema);
    }

    @Override
    public Schema byId(int id) {
      if (!up) {
        up = true;
        throw new RegistryUnreachableException("down");
      }
      return behind.byId(id);
    }
  }
}
