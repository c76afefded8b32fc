package io.dialgate.wire.record;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.dialgate.domain.gate.Decision;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.Case.Rekeyed;
import io.dialgate.schemas.Alert;
import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.Contribution;
import io.dialgate.schemas.RiskAssessment;

/** {@code alerts}. */
public final class Alerts {

  private Alerts() {}

  /** A number under a litigation hold was to be called. */
  public static Alert holdDialled(String number, Decision decision) {
    Case facts = decision.facts();
    return new Alert("hold-" + facts.request().id(), AlertKind.LITIGATION_HOLD_DIALLED, number,
        "campaign %s of %s asked to dial a number under a litigation hold; it was suppressed: find out why it was asked"
            .formatted(facts.request().campaignId(), facts.request().caller().platform()),
        Map.of("requestId", facts.request().id(), "campaignId", facts.request().campaignId(), "platform",
            facts.request().caller().platform()),
        facts.now());
  }

  /** A producer writes with wrong keys or to wrong partitions. */
  public static Alert misplaced(String source, Rekeyed from, String rightKey, int rightPartition, String headers,
      Instant now) {
    var details = details(from);
    details.put("expectedPartition", Integer.toString(rightPartition));
    details.put("number", PhoneNumber.mask(rightKey));
    details.put("headers", headers);
    return new Alert(id("misplaced", from), AlertKind.MISPARTITIONED_PRODUCER, source,
        ("%s writes records of %s where their number does not belong (found on partition %d, expected on %d); they are decided "
            + "all the same, later: key by E.164 and partition by murmur2 (librdkafka: partitioner=murmur2_random)")
            .formatted(source, from.topic(), from.partition(), rightPartition),
        details, now);
  }

  /** A producer writes transactions or profiles with wrong keys or to wrong partitions. */
  public static Alert misplacedCustomer(String source, Rekeyed from, String rightKey, int rightPartition,
      String headers, Instant now) {
    var details = details(from);
    details.put("expectedPartition", Integer.toString(rightPartition));
    details.put("customer", rightKey);
    details.put("headers", headers);
    return new Alert(id("misplaced", from), AlertKind.MISPARTITIONED_PRODUCER, source,
        ("%s writes records of %s where their customer does not belong (found on partition %d, expected on %d); they are scored "
            + "all the same, later: key by customer id and partition by murmur2 (librdkafka: partitioner=murmur2_random)")
            .formatted(source, from.topic(), from.partition(), rightPartition),
        details, now);
  }

  /** A transaction scored high. */
  public static Alert highRisk(RiskAssessment assessment) {
    String reasons = assessment.getContributions().stream().filter(one -> one.getPoints() > 0)
        .sorted(Comparator.comparingInt(Contribution::getPoints).reversed())
        .map(one -> "%s %s: %d".formatted(one.getFeature(), one.getObserved(), one.getPoints()))
        .collect(Collectors.joining("; "));
    return new Alert("risk-" + assessment.getTransactionId(), AlertKind.HIGH_RISK, assessment.getCustomerId(),
        "transaction %s scored %d, and %s is risky from %d on (%s): look at interaction %s".formatted(
            assessment.getTransactionId(), assessment.getScore(), assessment.getCategory(), assessment.getThreshold(),
            reasons, assessment.getInteractionId()),
        Map.of("transactionId", assessment.getTransactionId(), "interactionId", assessment.getInteractionId(),
            "score", Integer.toString(assessment.getScore()), "category", assessment.getCategory(), "model",
            assessment.getModel()),
        assessment.getAssessedAt());
  }

  /** An opt-out or a hold could not be taken. Somebody does not want to be called, and we do not know who. */
  public static Alert optOutRejected(String topic, Rekeyed from, String why, Instant now) {
    return new Alert(id("rejected", from), AlertKind.OPT_OUT_REJECTED, topic,
        "a record of %s could not be taken: %s".formatted(topic, why), details(from), now);
  }

  /** Our copy of a registry is too old for a rule, or there is none. */
  public static Alert staleRegistry(String registry, String observed, Instant now) {
    return new Alert("stale-%s-%s".formatted(registry, now), AlertKind.STALE_REGISTRY, registry,
        "calls are suppressed because of the registry %s (%s): import it".formatted(registry, observed),
        Map.of("registry", registry), now);
  }

  /** A document arrived that is no policy, or one is to be in force that never arrived. */
  public static Alert brokenDocument(String hash, String why, Instant now) {
    return new Alert("broken-%s-%s".formatted(hash, now), AlertKind.BROKEN_DOCUMENT, hash,
        "expected document %s to be usable, but %s; the one before it stays in force: publish a document that can be read"
            .formatted(hash, why),
        Map.of("hash", hash), now);
  }

  private static String id(String kind, Rekeyed from) {
    return "%s-%s-%d-%d".formatted(kind, from.topic(), from.partition(), from.offset());
  }

  private static Map<String, String> details(Rekeyed from) {
    var details = new HashMap<String, String>();
    details.put("topic", from.topic());
    details.put("partition", Integer.toString(from.partition()));
    details.put("offset", Long.toString(from.offset()));
    return details;
  }
}
