package io.dialgate.schemas;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.avro.Schema;

/** The contract with the outside world: what the value of each topic is. The topics' names are {@code app}'s to check. */
final class PublicSchemas {

  static final Map<String, Schema> BY_TOPIC = new TreeMap<>(Map.ofEntries(
      Map.entry("alerts", Alert.getClassSchema()),
      Map.entry("audit", AuditEntry.getClassSchema()),
      Map.entry("consents", ConsentEvent.getClassSchema()),
      Map.entry("customer-profiles", CustomerProfile.getClassSchema()),
      Map.entry("data-action-transactions", DataActionTransaction.getClassSchema()),
      Map.entry("dial-decisions", DialDecision.getClassSchema()),
      Map.entry("dial-outcomes", DialOutcome.getClassSchema()),
      Map.entry("dial-requests", DialRequest.getClassSchema()),
      Map.entry("dnc-entries", DncRecord.getClassSchema()),
      Map.entry("list-receipts", Receipt.getClassSchema()),
      Map.entry("operator-actions", OperatorAction.getClassSchema()),
      Map.entry("opt-out-dispositions", OptOutDisposition.getClassSchema()),
      Map.entry("policies", PolicyRecord.getClassSchema()),
      Map.entry("registry-deltas", RegistryDelta.getClassSchema()),
      Map.entry("registry-status", RegistryStatus.getClassSchema()),
      Map.entry("risk-assessments", RiskAssessment.getClassSchema()),
      Map.entry("risk-assessments-shadow", RiskAssessment.getClassSchema()),
      Map.entry("risk-models", PolicyRecord.getClassSchema()),
      Map.entry("risk-scorer-answers", ScorerAnswer.getClassSchema()),
      Map.entry("risk-scorer-requests", ScorerRequest.getClassSchema()),
      Map.entry("run-summaries", RunSummary.getClassSchema())));

  private PublicSchemas() {}

  /** Every record and enum that a public schema is made of, each once, by name. */
  static Set<Schema> namedTypes() {
    Set<Schema> found = new LinkedHashSet<>();
    BY_TOPIC.values().forEach(schema -> collectNamedTypes(schema, found));
    return found.stream().sorted(Comparator.comparing(Schema::getFullName))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  static void collectNamedTypes(Schema schema, Set<Schema> found) {
    switch (schema.getType()) {
      case RECORD -> {
        if (found.add(schema)) {
          schema.getFields().forEach(field -> collectNamedTypes(field.schema(), found));
        }
      }
      case ENUM, FIXED -> found.add(schema);
      case ARRAY -> collectNamedTypes(schema.getElementType(), found);
      case MAP -> collectNamedTypes(schema.getValueType(), found);
      case UNION -> schema.getTypes().forEach(type -> collectNamedTypes(type, found));
      default -> {
      }
    }
  }
}
