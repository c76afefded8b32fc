package io.dialgate.runtime.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.PolicyActivation;
import io.dialgate.schemas.PolicyDocument;
import io.dialgate.schemas.PolicyRecord;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;

/**
 * Every document of a kind, policies or risk models, that was ever published, and when each was put in force.
 *
 * @param documents the texts, by their hash
 * @param activations in the order in which they came
 */
public record PolicyLog(Map<String, PolicyDocument> documents, List<PolicyActivation> activations) {

  /** Reads {@code policies} to its end. */
  public static PolicyLog read(Settings settings, Cluster cluster) {
    return read(settings, cluster, Topics.POLICIES);
  }

  /** Reads a topic of documents to its end. */
  public static PolicyLog read(Settings settings, Cluster cluster, Topic<PolicyRecord> topic) {
    Map<String, PolicyDocument> documents = new LinkedHashMap<>();
    List<PolicyActivation> activations = new ArrayList<>();
    try (var all = new WholeTopic<>(settings, cluster, topic, PolicyRecord.class)) {
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

  /**
   * The same documents, and what was put to one use.
   *
   * @param use null: in force
   */
  public PolicyLog usedFor(@Nullable String use) {
    return new PolicyLog(documents,
        activations.stream().filter(one -> Objects.equals(one.getUse(), use)).toList());
  }

  /** The text of a published document. */
  public Optional<String> text(String hash) {
    return Optional.ofNullable(documents.get(hash)).map(PolicyDocument::getText);
  }

  /** What was put in force last by that moment; empty: nothing was published yet. */
  public Optional<PolicyActivation> inForceAt(Instant at) {
    return activations.stream().filter(one -> !one.getActivatedAt().isAfter(at)).reduce((_, later) -> later);
  }
}
