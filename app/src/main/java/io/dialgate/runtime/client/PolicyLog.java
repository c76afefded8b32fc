package io.dialgate.runtime.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.PolicyActivation;
import io.dialgate.schemas.PolicyDocument;
import io.dialgate.schemas.PolicyRecord;
import io.dialgate.wire.Topics;

/**
 * Every policy that was ever published, and when each was put in force.
 *
 * @param documents the texts, by their hash
 * @param activations in the order in which they came
 */
public record PolicyLog(Map<String, PolicyDocument> documents, List<PolicyActivation> activations) {

  /** Reads {@code policies} to its end. */
  public static PolicyLog read(Settings settings, Cluster cluster) {
    Map<String, PolicyDocument> documents = new LinkedHashMap<>();
    List<PolicyActivation> activations = new ArrayList<>();
    try (var all = new WholeTopic<>(settings, cluster, Topics.POLICIES, PolicyRecord.class)) {
      all.forEach(record -> {
        switch (record.getContent()) {
          case PolicyDocument document -> documents.put(document.getHash(), document);
          case PolicyActivation activation -> activations.add(activation);
          default -> {
            // Of a later version.
          }
        }
      });
    }
    return new PolicyLog(documents, activations);
  }

  /** What was put in force last by that moment; empty: nothing was published yet. */
  public Optional<PolicyActivation> inForceAt(Instant at) {
    return activations.stream().filter(one -> !one.getActivatedAt().isAfter(at)).reduce((_, later) -> later);
  }
}
