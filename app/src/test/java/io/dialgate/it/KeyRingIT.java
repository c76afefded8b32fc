package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.dialgate.domain.access.ApiKey;
import io.dialgate.domain.access.Caller;
import io.dialgate.domain.access.KeyToken;
import io.dialgate.domain.access.Right;
import io.dialgate.runtime.access.KeyRing;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroDeserializer;
import io.dialgate.wire.record.ApiKeys;
import io.dialgate.wire.registry.RegistryUnreachableException;

/** The newest record of a key is what counts of it: one that says nothing of it takes it back, and hides no other. */
@OnEmbeddedGround
class KeyRingIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Instant NOW = Instant.parse("2026-09-01T12:00:00Z");

  private final Site site;
  private final Sender sender;
  private final Random random = new Random(4);
  private final KeyToken lost = token();
  private final KeyToken kept = token();
  private final KeyToken later = token();

  /** What says nothing of a key. */
  enum Silence {
    TOMBSTONE, NO_AVRO, UNKNOWN_SCHEMA, OTHER_KIND, UNKNOWN_SCOPE
  }

  KeyRingIT(Ground ground) {
    site = new Site(ground, "keys");
    sender = site.sender(Map.of());
  }

  @BeforeEach
  void createTopic() throws Exception {
    try (Admin admin = Admin.create(client())) {
      // All keys on one partition: what is behind a record that cannot be read is behind it for certain.
      admin.createTopics(List.of(new NewTopic(topic(), 1, (short) 1))).all().get();
    }
  }

  @AfterEach
  void leave() throws Exception {
    site.close();
  }

  @ParameterizedTest
  @EnumSource
  void shouldTakeKeyBackWhenItsNewestRecordSaysNothingOfIt(Silence silence) {
    // given
    write(lost.id(), record(lost));
    write(kept.id(), record(kept));
    try (KeyRing ring = ring()) {
      assertThat(ring.of(lost.text())).map(Caller::name).hasValue("caller " + lost.id());

      // when
      write(lost.id(), bytes(silence));
      write(later.id(), record(later));

      // then
      await().atMost(SOON).until(() -> ring.of(later.text()).isPresent());
      assertThat(ring.of(lost.text())).isEmpty();
      assertThat(ring.of(kept.text())).map(Caller::name).hasValue("caller " + kept.id());
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldNotKnowSuchAKeyFromTheStartUntilItIsMadeAnew(Silence silence) {
    // given
    write(lost.id(), record(lost));
    write(lost.id(), bytes(silence));
    write(kept.id(), record(kept));

    // when
    try (KeyRing ring = ring()) {
      // then
      assertThat(ring.of(lost.text())).isEmpty();
      assertThat(ring.of(kept.text())).isPresent();
      write(lost.id(), record(lost));
      await().atMost(SOON).until(() -> ring.of(lost.text()).isPresent());
    }
  }

  @Test
  void shouldWaitForTheRegistryOfSchemasAndLoseNoKeyMeanwhile() {
    // given
    var away = new AtomicBoolean();
    var asked = new AtomicInteger();
    var registry = new AvroDeserializer<>(OperatorAction.class, site.registry());
    write(kept.id(), record(kept));
    try (KeyRing ring = KeyRing.start(client(), topic(), (topic, bytes) -> {
      if (away.get()) {
        asked.incrementAndGet();
        throw new RegistryUnreachableException("away");
      }
      return registry.deserialize(topic, bytes);
    }, () -> NOW)) {
      away.set(true);

      // when
      write(later.id(), record(later));
      await().atMost(SOON).until(() -> asked.get() > 1);
      boolean keptMeanwhile = ring.of(kept.text()).isPresent();
      away.set(false);

      // then
      await().atMost(SOON).until(() -> ring.of(later.text()).isPresent());
      assertThat(keptMeanwhile).isTrue();
    }
  }

  private KeyRing ring() {
    return KeyRing.start(client(), topic(), new AvroDeserializer<>(OperatorAction.class, site.registry()), () -> NOW);
  }

  private byte @Nullable [] bytes(Silence silence) {
    OperatorAction known = action(lost);
    return switch (silence) {
      case TOMBSTONE -> null;
      case NO_AVRO -> "not a key".getBytes(StandardCharsets.UTF_8);
      case UNKNOWN_SCHEMA -> {
        byte[] bytes = record(lost);
        Arrays.fill(bytes, 1, 5, (byte) 0x7f);
        yield bytes;
      }
      case OTHER_KIND -> {
        known.setAction(OperatorActionKind.LOOKUP);
        yield avro(known);
      }
      case UNKNOWN_SCOPE -> {
        known.getDetails().put("scopes", "dnc:read,everything");
        yield avro(known);
      }
    };
  }

  private byte[] record(KeyToken token) {
    return avro(action(token));
  }

  private byte[] avro(OperatorAction action) {
    return sender.bytes(Topics.API_KEYS, action);
  }

  private static OperatorAction action(KeyToken token) {
    return ApiKeys.toRecord(new ApiKey(token.id(), token.hash(),
        new Caller("caller " + token.id(), Set.of(Right.DNC_READ)), null, false), "made-" + token.id(), "test", NOW,
        null);
  }

  private void write(String id, byte @Nullable [] value) {
    sender.sendAndWait(new ProducerRecord<>(topic(), id.getBytes(StandardCharsets.US_ASCII), value));
  }

  private KeyToken token() {
    byte[] id = new byte[KeyToken.ID_BYTES];
    byte[] secret = new byte[KeyToken.SECRET_BYTES];
    random.nextBytes(id);
    random.nextBytes(secret);
    return KeyToken.of(id, secret);
  }

  private String topic() {
    return Topics.API_KEYS.name(site.prefix());
  }

  private Map<String, Object> client() {
    return Map.of("bootstrap.servers", site.ground().cluster().bootstrapServers());
  }
}
