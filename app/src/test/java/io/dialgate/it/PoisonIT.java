package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.Verdict;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;

/** What cannot be taken is kept with the reason, one for one, and its neighbours are decided. */
@OnEveryGround
class PoisonIT {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final long IN_A_CENTURY = System.currentTimeMillis() + Duration.ofDays(36_500).toMillis();

  private final Site site;
  private final Sender sender;
  private final List<Poison> poison = new ArrayList<>();
  private int neighbours;

  PoisonIT(Ground ground) {
    site = new Site(ground, "poison");
    sender = site.sender(Map.of("max.request.size", 64 << 20, "compression.type", "zstd", "buffer.memory", 128 << 20));
  }

  /** A record that must be rejected. */
  @SuppressWarnings("ArrayRecordComponent") // Bytes that are looked at, never compared.
  private record Poison(RecordMetadata at, @Nullable String key, byte @Nullable [] value, String code, long time) {}

  @AfterEach
  void leave() throws Exception {
    site.close();
  }

  @Test
  void shouldKeepEveryPoisonousRecordAndDecideItsNeighbours() throws Exception {
    // given
    site.serve();

    // when
    for (Topic<?> input : List.of(Topics.DIAL_REQUESTS, Topics.OPT_OUT_DISPOSITIONS, Topics.REGISTRY_DELTAS,
        Topics.OPERATOR_ACTIONS, Topics.DIAL_OUTCOMES)) {
      poison(input);
    }
    neighbour();

    // then
    assertNeighboursDecided();
    assertKept();
  }

  @Test
  void shouldGoOnAfterRecordsThatDoNotFitIntoRejectedOnes() throws Exception {
    // given
    site.serve();
    byte[] fillsBatch = new byte[1_048_400];
    new Random(1).nextBytes(fillsBatch);
    byte[] smallWhenCompressed = new byte[4 << 20];
    String longKey = "5".repeat(700_000);

    // when
    neighbour();
    for (Topic<?> input : List.of(Topics.DIAL_REQUESTS, Topics.OPT_OUT_DISPOSITIONS)) {
      put(input, Say.number(1), fillsBatch, "TOO_LARGE", null);
      put(input, Say.number(1), smallWhenCompressed, "TOO_LARGE", null);
      put(input, longKey, sender.bytes(input, Say.request("long", Say.number(1))), "TOO_LARGE", null);
    }
    neighbour();

    // then
    assertNeighboursDecided();
    await("what was rejected").atMost(SOON).pollInSameThread()
        .until(() -> site.committed(Topics.REJECTED_RECORDS).size() >= poison.size());
    assertThat(site.committed(Topics.REJECTED_RECORDS)).hasSize(poison.size())
        .allSatisfy(seen -> assertThat(header(seen, "code")).isEqualTo("TOO_LARGE"))
        .filteredOn(seen -> seen.record().headers().lastHeader("dialgate.error.cut") != null).hasSize(2)
        .allSatisfy(seen -> assertThat(seen.record().value()).hasSize(1 << 20));
    await("the audit's copies of the neighbours").atMost(SOON).pollInSameThread()
        .until(() -> site.committed(Topics.AUDIT).size() >= neighbours + neighbours / 2);
  }

  private void poison(Topic<?> input) {
    String number = Say.number(neighbours);
    byte[] good = goodFor(input, number);
    neighbour();
    put(input, number, new byte[0], "UNREADABLE", null);
    put(input, number, Arrays.copyOf(good, 3), "UNREADABLE", null);
    put(input, number, Arrays.copyOf(good, good.length / 2), "UNREADABLE", null);
    neighbour();
    put(input, number, unknownSchema(good), "UNREADABLE", null);
    put(input, null, good, "NULL_KEY", null);
    put(input, number, null, "NULL_VALUE", null);
    neighbour();
    put(input, number, Arrays.copyOf(good, 16 * 1024 + 1), "TOO_LARGE", null);
    put(input, number, good, "BAD_TIMESTAMP", IN_A_CENTURY);
    put(input, number, "{\"phone\":\"+14157000000\"}".getBytes(StandardCharsets.UTF_8), "UNREADABLE", null);
    neighbour();
    put(input, number, garbage(200), "UNREADABLE", null);
    put(input, number, foreignTo(input), "UNREADABLE", null);
    neighbour();
  }

  private byte[] goodFor(Topic<?> input, String number) {
    return input.equals(Topics.DIAL_REQUESTS)
        ? sender.bytes(input, Say.request("truncated", number))
        : sender.bytes(Topics.OPT_OUT_DISPOSITIONS, Say.optOut("truncated", number));
  }

  /** A record that is whole, but of another topic's schema. */
  private byte[] foreignTo(Topic<?> input) {
    return input.equals(Topics.DIAL_REQUESTS)
        ? sender.bytes(Topics.OPT_OUT_DISPOSITIONS, Say.optOut("foreign", Say.number(0)))
        : sender.bytes(Topics.DIAL_REQUESTS, Say.request("foreign", Say.number(0)));
  }

  private static byte[] unknownSchema(byte[] good) {
    byte[] bytes = good.clone();
    ByteBuffer.wrap(bytes, 1, Integer.BYTES).putInt(9_999_999);
    return bytes;
  }

  private static byte[] garbage(int length) {
    byte[] garbage = new byte[length];
    new Random(7).nextBytes(garbage);
    garbage[0] = 42;
    return garbage;
  }

  private void put(Topic<?> input, @Nullable String key, byte @Nullable [] value, String code, @Nullable Long time) {
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    long at = time == null ? System.currentTimeMillis() : time;
    var record = new ProducerRecord<byte[], byte[]>(input.name(site.prefix()), 1, at, keyBytes, value);
    poison.add(new Poison(sender.sendAndWait(record), key, value, code, at));
  }

  /** Requests of two numbers, one of which has opted out, on every partition. */
  private void neighbour() {
    for (int i = 0; i < 2 * Site.PARTITIONS; i++) {
      String number = Say.number(neighbours);
      if (neighbours % 2 == 0) {
        sender.send(Topics.OPT_OUT_DISPOSITIONS, number, Say.optOut("neighbour-" + neighbours, number));
        sender.flush();
      }
      sender.send(Topics.DIAL_REQUESTS, number, Say.request("neighbour-" + neighbours, number));
      neighbours++;
    }
    sender.flush();
  }

  private void assertNeighboursDecided() {
    await("the neighbours' answers").atMost(SOON).pollInSameThread()
        .until(() -> site.committed(Topics.DIAL_DECISIONS).size() >= neighbours);
    Map<String, Verdict> expected = new HashMap<>();
    IntStream.range(0, neighbours)
        .forEach(i -> expected.put("neighbour-" + i, i % 2 == 0 ? Verdict.SUPPRESS : Verdict.ALLOW));
    List<DialDecision> answers = site.values(Topics.DIAL_DECISIONS);
    Map<String, Verdict> actual = new HashMap<>();
    answers.forEach(answer -> actual.put(answer.getRequestId(), answer.getVerdict()));
    assertThat(answers).hasSize(neighbours);
    assertThat(actual).isEqualTo(expected);
  }

  private void assertKept() {
    await("what was rejected").atMost(SOON).pollInSameThread()
        .until(() -> site.committed(Topics.REJECTED_RECORDS).size() >= poison.size());
    Map<String, Seen<byte[]>> kept = new HashMap<>();
    site.committed(Topics.REJECTED_RECORDS).forEach(seen -> assertThat(kept.put(place(seen), seen)).isNull());
    assertThat(kept).hasSize(poison.size());
    poison.forEach(one -> {
      Seen<byte[]> seen = kept.get(one.at().topic() + "/" + one.at().partition() + "@" + one.at().offset());
      assertThat(seen).as("kept: " + one).isNotNull();
      assertThat(header(seen, "code")).as(one.toString()).isEqualTo(one.code());
      assertThat(header(seen, "message")).isNotBlank();
      assertThat(header(seen, "timestamp")).isEqualTo(Long.toString(one.time()));
      assertThat(seen.record().value()).isEqualTo(one.value());
      assertThat(seen.record().key())
          .isEqualTo(one.key() == null ? null : one.key().getBytes(StandardCharsets.UTF_8));
    });
  }

  private static String place(Seen<byte[]> seen) {
    return header(seen, "topic") + "/" + header(seen, "partition") + "@" + header(seen, "offset");
  }

  private static String header(Seen<byte[]> seen, String name) {
    var header = seen.record().headers().lastHeader("dialgate.error." + name);
    assertThat(header).as("dialgate.error." + name).isNotNull();
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
