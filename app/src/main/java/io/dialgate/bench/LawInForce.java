package io.dialgate.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dialgate.rules.StandardPolicy;
import io.dialgate.runtime.client.GateClient;
import io.dialgate.runtime.settings.Setting;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.PolicyActivation;
import io.dialgate.schemas.PolicyDocument;
import io.dialgate.schemas.PolicyRecord;
import io.dialgate.schemas.RegistryStatus;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.Policies;
import io.dialgate.wire.record.RegistryStatuses;

/**
 * Puts the shipped policy in force for a contestant, with every hour open, so that all of its rows are asked at whatever hour it
 * is, and none of them ends a call; and a fresh registry.
 */
final class LawInForce {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String BENCH = "bench";

  private LawInForce() {}

  static void publish(Bench bench, Contestant contestant) {
    Settings settings = Settings.load(Optional.<Path>empty(), Map.of(),
        List.of(Setting.option(BENCH, "topics.prefix", contestant.prefix())));
    var cluster = new Cluster(bench.bootstrapServers(), bench.registryUrl());
    try (var gate = new GateClient(settings, cluster, PATIENCE)) {
      Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
      String text = open(new String(StandardPolicy.document(), StandardCharsets.UTF_8));
      String hash = Policies.hash(text);
      gate.write(Topics.POLICIES, Map.of(new PolicyRecord(new PolicyDocument(hash, text, BENCH, now)), hash));
      String id = Policies.receipt(hash, now);
      gate.tell(Topics.POLICIES,
          Map.of(new PolicyRecord(new PolicyActivation(hash, BENCH, now, id, null)), Policies.ACTIVE),
          _ -> id, true);
      var status = new RegistryStatus("us-ftc", "*", now, 0L, "0".repeat(64), now);
      gate.tell(Topics.REGISTRY_STATUS, Map.of(status, RegistryStatuses.key(status)), RegistryStatuses::receipt, true);
    }
  }

  /** Every span of hours from midnight to midnight, and no day closed. */
  private static String open(String policy) {
    return policy.replaceAll("\\d\\d:\\d\\d-\\d\\d:\\d\\d", "00:00-24:00").replaceAll(": closed", ": 00:00-24:00");
  }
}
