package io.dialgate.runtime.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.http.Lookups.Past;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialOutcome;
import io.dialgate.schemas.Outcome;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroDeserializer;
import io.dialgate.wire.registry.SchemaRegistry;

/** Earlier decisions, as the topics keep them. */
final class DecisionLog {

  /** How far the clocks of two instances may be apart. */
  private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

  private final BackScan decisions;
  private final BackScan outcomes;
  private final String decisionTopic;
  private final String outcomeTopic;
  private final AvroDeserializer<DialDecision> decision;
  private final AvroDeserializer<DialOutcome> outcome;
  private final FirstText requestId;

  DecisionLog(Map<String, Object> client, String prefix, SchemaRegistry registry) {
    decisionTopic = Topics.DIAL_DECISIONS.name(prefix);
    outcomeTopic = Topics.DIAL_OUTCOMES.name(prefix);
    decisions = new BackScan(client, decisionTopic);
    outcomes = new BackScan(client, outcomeTopic);
    decision = new AvroDeserializer<>(DialDecision.class, registry);
    outcome = new AvroDeserializer<>(DialOutcome.class, registry);
    requestId = new FirstText("requestId", registry);
  }

  /** The newest decisions about a number. */
  Optional<Past> latest(PhoneNumber number, int limit) {
    byte[] key = number.e164().getBytes(StandardCharsets.UTF_8);
    List<DialDecision> found = new ArrayList<>();
    return decisions.look(key, record -> {
      if (Arrays.equals(record.key(), key) && record.value() != null) {
        found.add(Objects.requireNonNull(decision.deserialize(decisionTopic, record.value())));
      }
      return found.size() == limit;
    }).map(looked -> new Past(found, looked.complete(), looked.since()));
  }

  /** The latest decision about a request. */
  Optional<DialDecision> find(String id, String key) {
    var found = new AtomicReference<DialDecision>();
    decisions.look(key.getBytes(StandardCharsets.UTF_8), record -> {
      if (record.value() != null && requestId.of(record.value()).map(id::equals).orElse(true)) {
        DialDecision read = Objects.requireNonNull(decision.deserialize(decisionTopic, record.value()));
        if (read.getRequestId().equals(id) && !Repeats.isAboutAnotherQuestion(read)) {
          found.set(read);
          return true;
        }
      }
      return false;
    });
    return Optional.ofNullable(found.get());
  }

  /** Whether an ALLOW was given back by whoever waited for it too briefly; when it cannot be told, it was. */
  boolean mayHaveBeenGivenBack(DialDecision allowed, String key) {
    long reached = allowed.getDecidedAt().minus(CLOCKS_APART).toEpochMilli();
    boolean[] sure = {false};
    boolean[] givenBack = {false};
    Optional<BackScan.Looked> looked = outcomes.look(key.getBytes(StandardCharsets.UTF_8), record -> {
      if (record.timestamp() < reached) {
        sure[0] = true;
        return true;
      }
      if (record.value() != null && requestId.of(record.value()).map(allowed.getRequestId()::equals).orElse(true)) {
        DialOutcome read = Objects.requireNonNull(outcome.deserialize(outcomeTopic, record.value()));
        givenBack[0] |= read.getRequestId().equals(allowed.getRequestId())
            && read.getOutcome() == Outcome.NOT_DIALLED;
      }
      return givenBack[0];
    });
    return givenBack[0] || !(sure[0] || looked.filter(BackScan.Looked::complete).isPresent());
  }
}
