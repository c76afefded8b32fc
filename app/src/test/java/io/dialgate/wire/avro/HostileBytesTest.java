package io.dialgate.wire.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;

import com.sun.management.ThreadMXBean;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialRequest;
import io.dialgate.wire.registry.InMemoryRegistry;

/** Bytes and schemas that were made to hurt. */
class HostileBytesTest {

  private static final int ROUNDS = 20_000;
  private static final long SEED = 20_261_101L;

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final AvroCodec<DialDecision> codec = new AvroCodec<>(DialDecision.class, registry, "d-value");

  @Test
  void shouldCallEveryTruncationTruncated() {
    // given
    byte[] good = codec.encode(Samples.decision("r-1"));

    for (int length = 0; length < good.length; length++) {
      // when
      Decoding<DialDecision> read = codec.decode(Arrays.copyOf(good, length));

      // then
      assertThat(read).as("length %d", length).isInstanceOfSatisfying(Decoding.Malformed.class,
          it -> assertThat(it.code()).isEqualTo("TRUNCATED"));
    }
  }

  @Test
  void shouldNeverThrowWhateverBitsAreFlipped() {
    // given
    byte[] good = codec.encode(Samples.decision("r-1"));
    var random = new SplittableRandom(SEED);

    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = Arrays.copyOf(good, random.nextInt(4) == 0 ? random.nextInt(good.length) : good.length);
      for (int flips = random.nextInt(1, 8); flips > 0 && bytes.length > 0; flips--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }

      // when
      Decoding<DialDecision> read = codec.decode(bytes);

      // then
      assertThat(read).as("seed %d, round %d", SEED, round).isNotNull();
    }
  }

  @Test
  void shouldNeverThrowWhateverFollowsTheHeader() {
    // given
    var random = new Random(SEED);
    byte[] header = WireFormat.header(registry.register("d-value", DialDecision.getClassSchema()));

    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = new byte[5 + random.nextInt(200)];
      random.nextBytes(bytes);
      System.arraycopy(header, 0, bytes, 0, header.length);

      // when
      Decoding<DialDecision> read = codec.decode(bytes);

      // then
      assertThat(read).as("seed %d, round %d", SEED, round).isNotNull();
    }
  }

  @Test
  void shouldNotAllocateWhatALengthClaims() throws IOException {
    // given
    byte[] string = record(out -> out.writeLong(Integer.MAX_VALUE - 16L));
    byte[] array = record(out -> {
      out.writeString("r");
      out.writeString("n");
      out.writeEnum(1);
      out.writeLong(Integer.MAX_VALUE - 16L);
    });
    byte[] sized = record(out -> {
      out.writeString("r");
      out.writeString("n");
      out.writeEnum(1);
      out.writeLong(-(Integer.MAX_VALUE - 16L));
      out.writeLong(Long.MAX_VALUE);
    });
    codec.decode(string);
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    // when
    long before = threads.getCurrentThreadAllocatedBytes();
    Decoding<DialDecision> first = codec.decode(string);
    Decoding<DialDecision> second = codec.decode(array);
    Decoding<DialDecision> third = codec.decode(sized);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    // then
    assertThat(first).isInstanceOf(Decoding.Malformed.class);
    assertThat(second).isInstanceOf(Decoding.Malformed.class);
    assertThat(third).isInstanceOf(Decoding.Malformed.class);
    assertThat(allocated).isLessThan(1024 * 1024);
  }

  @Test
  @Timeout(10)
  void shouldRefuseASchemaThatContainsItself() {
    // given
    byte[] bytes = new byte[1024 * 1024];
    Arrays.fill(bytes, (byte) 2);

    // when
    Decoding<DialRequest> read = withField(
        "{\"type\":\"record\",\"name\":\"Node\",\"fields\":[{\"name\":\"next\",\"type\":[\"null\",\"Node\"]}]}", bytes);

    // then
    assertThat(read).isInstanceOfSatisfying(Decoding.Malformed.class, it -> {
      assertThat(it.code()).isEqualTo("UNREADABLE");
      assertThat(it.message()).contains("contains itself");
    });
  }

  @Test
  @Timeout(10)
  void shouldRefuseASchemaWhoseElementsAreEmpty() {
    // given
    String nulls = "{\"type\":\"array\",\"items\":\"null\"}";

    // when
    Decoding<DialRequest> read = withField(nulls, new byte[100]);

    // then
    assertThat(read).isInstanceOfSatisfying(Decoding.Malformed.class, it -> assertThat(it.message()).contains("empty"));
  }

  @Test
  @Timeout(10)
  void shouldRefuseASchemaThatDoublesAtEachLevel() {
    // given
    var doubling = new StringBuilder("{\"type\":\"record\",\"name\":\"L0\",\"fields\":[]}");
    for (int level = 1; level < 40; level++) {
      doubling.insert(0, "{\"type\":\"record\",\"name\":\"L%d\",\"fields\":[{\"name\":\"a\",\"type\":".formatted(level))
          .append("},{\"name\":\"b\",\"type\":\"L%d\"}]}".formatted(level - 1));
    }

    // when
    Decoding<DialRequest> read = withField(doubling.toString(), new byte[100]);

    // then
    assertThat(read).isInstanceOfSatisfying(Decoding.Malformed.class,
        it -> assertThat(it.message()).contains(String.valueOf(Shape.MAX_NODES)));
  }

  @Test
  void shouldRefuseAClassWhoseSchemaIsNotOfTheContractsKind() {
    // given
    Schema recursive = new Schema.Parser()
        .parse("{\"type\":\"record\",\"name\":\"Node\",\"fields\":[{\"name\":\"next\",\"type\":[\"null\",\"Node\"]}]}");

    // when
    assertThatThrownBy(() -> Shape.of(recursive))

        // then
        .isInstanceOf(Shape.HostileSchemaException.class);
  }

  @Test
  @Timeout(20)
  void shouldStayQuickWhenAFloodNamesManySchemas() {
    // given
    var requests = new AvroCodec<>(DialRequest.class, registry, "r-value");
    byte[] good = requests.encode(Samples.request("r-1"));
    long start = System.nanoTime();

    // when
    for (int id = 2; id < 100_000; id++) {
      byte[] bytes = good.clone();
      System.arraycopy(WireFormat.header(id), 0, bytes, 0, 5);
      requests.decode(bytes);
    }

    // then
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    assertThat(requests.decode(good)).isInstanceOf(Decoding.Decoded.class);
  }

  private Decoding<DialRequest> withField(String type, byte[] rest) {
    String schema = DialRequest.getClassSchema().toString().replace("\"fields\":[{\"name\":\"requestId\"",
        "\"fields\":[{\"name\":\"novel\",\"type\":" + type + "},{\"name\":\"requestId\"");
    int id = registry.register("r-value", new Schema.Parser().parse(schema));
    byte[] bytes = new byte[5 + rest.length];
    System.arraycopy(WireFormat.header(id), 0, bytes, 0, 5);
    System.arraycopy(rest, 0, bytes, 5, rest.length);
    return new AvroCodec<>(DialRequest.class, registry, "r-value").decode(bytes);
  }

  private byte[] record(Body body) throws IOException {
    var out = new ByteArrayOutputStream();
    out.writeBytes(WireFormat.header(registry.register("d-value", DialDecision.getClassSchema())));
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    body.write(encoder);
    encoder.flush();
    return out.toByteArray();
  }

  @FunctionalInterface
  private interface Body {
    void write(BinaryEncoder out) throws IOException;
  }
}
