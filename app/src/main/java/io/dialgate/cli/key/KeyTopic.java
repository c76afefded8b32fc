package io.dialgate.cli.key;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.dialgate.cli.shell.ClusterOf;
import io.dialgate.domain.access.ApiKey;
import io.dialgate.runtime.client.GateClient;
import io.dialgate.runtime.client.WholeTopic;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.ApiKeys;

/** Reads and writes {@code api-keys}. */
record KeyTopic(Settings settings) {

  private static final Duration WITHIN = Duration.ofSeconds(15);

  /** Every key that was ever made, and the last thing that was done to it, by its id. */
  Map<String, OperatorAction> all() {
    Map<String, OperatorAction> all = new LinkedHashMap<>();
    try (var topic = new WholeTopic<>(settings, ClusterOf.running(settings), Topics.API_KEYS, OperatorAction.class)) {
      topic.forEach(record -> all.put(record.getSubject(), record));
    }
    return all;
  }

  /** Writes it to the audit first: there is no key that nobody made. */
  void write(ApiKey key, String by, @Nullable String because) {
    OperatorAction action = ApiKeys.toRecord(key, UUID.randomUUID().toString(), by,
        Instant.now().truncatedTo(ChronoUnit.MICROS), because);
    try (var gate = new GateClient(settings, ClusterOf.running(settings), WITHIN)) {
      gate.write(Topics.OPERATOR_ACTIONS, Map.of(action, key.id()));
      gate.write(Topics.API_KEYS, Map.of(action, key.id()));
    }
  }
}
