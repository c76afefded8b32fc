package io.dialgate.bridge.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be told to a platform; a profile has an operation for each that the platform can take. */
public enum Kind {
  /** How risky a transaction was, put on its interaction. */
  FRAUD_FLAG("interactionId", "transactionId", "customerId", "score", "flag", "category", "assessedAt"),
  /** The number must not be called. */
  LIST_ADD("number", "digits", "national", "listId", "reason", "matchType", "changedAt", "changedOn", "expiresAt",
      "expiresAtMinute"),
  /** Nothing is left that forbids to call the number. */
  LIST_REMOVE("number", "digits", "national", "matchType", "changedAt", "changedOn"),
  /** An allowed call must not be placed any more. */
  RECALL("requestId", "number", "digits", "national", "campaignId", "contactId", "decidedAt", "codes"),
  /** A person should look at something. */
  ALERT("alertId", "kind", "subject", "message", "details", "raisedAt"),
  /** What was decided in an interval. */
  RUN_SUMMARY("summaryId", "from", "until", "total", "allowed", "suppressed", "recalled", "unreadable",
      "suppressionRate", "falsePositiveRate", "throughput");

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed.
  private final Set<String> fields;

  Kind(String... fields) {
    this.fields = Set.of(fields);
  }

  /** Its name in profiles, for example {@code fraud-flag}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What its templates may name. */
  public Set<String> fields() {
    return fields;
  }

  /** Whether it says if a number may be called: of two about one number only the later counts. */
  public boolean isListChange() {
    return this == LIST_ADD || this == LIST_REMOVE;
  }

  /** The kind of that name, if there is one. */
  public static Optional<Kind> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }

  /** All names, in order. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Kind::id).toList();
  }
}
