package io.dialgate.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dialgate.runtime.client.GateClient;
import io.dialgate.runtime.settings.Setting;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.PolicyActivation;
import io.dialgate.schemas.PolicyDocument;
import io.dialgate.schemas.PolicyRecord;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.ReceiptOutcome;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.Policies;

/** Puts a risk model in force for a contestant. */
final class ModelInForce {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String BENCH = "bench";

  private ModelInForce() {}

  static void publish(Bench bench, Contestant contestant, String text) {
    Settings settings = Settings.load(Optional.<Path>empty(), Map.of(),
        List.of(Setting.option(BENCH, "topics.prefix", contestant.prefix())));
    try (var client = new GateClient(settings, new Cluster(bench.bootstrapServers(), bench.registryUrl()), PATIENCE)) {
      Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
      String hash = Policies.hash(text);
      client.write(Topics.RISK_MODELS, Map.of(new PolicyRecord(new PolicyDocument(hash, text, BENCH, now)), hash));
      String id = Policies.receipt(hash, now);
      var activation = new PolicyRecord(new PolicyActivation(hash, BENCH, now, id, null));
      List<Receipt> receipts = client.tell(Topics.RISK_MODELS, Map.of(activation, Policies.ACTIVE), _ -> id, true)
          .getOrDefault(activation, List.of());
      if (receipts.stream().anyMatch(one -> one.getOutcome() != ReceiptOutcome.APPLIED)) {
        throw new IllegalStateException("expected the bench's model to be put in force, but got " + receipts);
      }
    }
  }
}
