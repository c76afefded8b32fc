package io.dialgate.wire;

import static io.dialgate.wire.Topic.Partitioning.CO_PARTITIONED;
import static io.dialgate.wire.Topic.Partitioning.SINGLE;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.dialgate.schemas.Alert;
import io.dialgate.schemas.AuditEntry;
import io.dialgate.schemas.ConsentEvent;
import io.dialgate.schemas.CustomerProfile;
import io.dialgate.schemas.DataActionTransaction;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialOutcome;
import io.dialgate.schemas.DialRequest;
import io.dialgate.schemas.DncRecord;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.schemas.PolicyRecord;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.RegistryDelta;
import io.dialgate.schemas.RegistryStatus;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.schemas.RunSummary;
import io.dialgate.schemas.ScorerAnswer;
import io.dialgate.schemas.ScorerRequest;

/** Every topic that Dialgate reads or writes. No other place in the code names one. */
public final class Topics {

  private static final String E164 = "the number's E.164 form";
  private static final String CUSTOMER = "customer id";
  private static final Duration LAG = Duration.ofDays(35);

  /**
   * A producer's clock may be wrong. The broker's own check would refuse such a record to the producer only; Dialgate takes
   * it, rejects it in the open, and keeps it as evidence.
   */
  private static final Map<String, String> INPUT = Map.of("message.timestamp.after.max.ms",
      Long.toString(Long.MAX_VALUE));

  private static final Map<String, String> OUTPUT = Map.of();

  /** The most bytes that a copy of an input's record can have: what a broker takes by default, and our headers beside it. */
  public static final int MAX_COPY_BYTES = 2 << 20;

  /** A record that the broker took has to fit when it is rejected or sent on, with our headers beside its own. */
  private static final Map<String, String> COPY = Map.of("max.message.bytes", Integer.toString(MAX_COPY_BYTES));

  /** A document, a policy or a risk model, is larger than any other record of an input. */
  private static final Map<String, String> DOCUMENTS = Map.of("message.timestamp.after.max.ms",
      Long.toString(Long.MAX_VALUE), "max.message.bytes", Integer.toString(MAX_COPY_BYTES));

  private static final Map<String, String> LOG = Map.of("message.timestamp.type", "LogAppendTime");

  public static final Topic<OptOutDisposition> OPT_OUT_DISPOSITIONS = input("opt-out-dispositions", E164,
      OptOutDisposition.class, Retention.years(5));
  public static final Topic<RegistryDelta> REGISTRY_DELTAS = input("registry-deltas", E164, RegistryDelta.class,
      Retention.days(35));
  public static final Topic<RegistryStatus> REGISTRY_STATUS = input("registry-status", "registry and area",
      RegistryStatus.class, new Retention.Compacted(Duration.ZERO));
  public static final Topic<ConsentEvent> CONSENTS = input("consents", E164, ConsentEvent.class, Retention.years(10));
  public static final Topic<OperatorAction> OPERATOR_ACTIONS = input("operator-actions", "subject",
      OperatorAction.class, Retention.years(10));
  public static final Topic<DialRequest> DIAL_REQUESTS = input("dial-requests", E164, DialRequest.class,
      Retention.days(35));
  public static final Topic<DialOutcome> DIAL_OUTCOMES = input("dial-outcomes", E164, DialOutcome.class,
      Retention.days(35));
  public static final Topic<DataActionTransaction> DATA_ACTION_TRANSACTIONS = input("data-action-transactions",
      CUSTOMER, DataActionTransaction.class, Retention.days(35));
  public static final Topic<CustomerProfile> CUSTOMER_PROFILES = input("customer-profiles", CUSTOMER,
      CustomerProfile.class, new Retention.Compacted(Duration.ZERO));
  public static final Topic<PolicyRecord> POLICIES = new Topic<>("policies", "content hash, or `active`",
      PolicyRecord.class, SINGLE, new Retention.ForEver(), DOCUMENTS);
  public static final Topic<PolicyRecord> RISK_MODELS = new Topic<>("risk-models", "content hash, or `active`",
      PolicyRecord.class, SINGLE, new Retention.ForEver(), DOCUMENTS);

  /**
   * Private to the API: its keys without their secrets. On a topic, so that every instance has them, and a revoked one ends at
   * once.
   */
  public static final Topic<OperatorAction> API_KEYS = new Topic<>("api-keys", "key id", OperatorAction.class, SINGLE,
      new Retention.Compacted(Duration.ZERO), Map.of());

  public static final Topic<DncRecord> DNC_ENTRIES = output("dnc-entries", E164, DncRecord.class,
      new Retention.Compacted(LAG));
  public static final Topic<DialDecision> DIAL_DECISIONS = output("dial-decisions", E164, DialDecision.class,
      Retention.days(400));
  public static final Topic<Receipt> LIST_RECEIPTS = output("list-receipts", "event id", Receipt.class,
      Retention.days(7));
  public static final Topic<RiskAssessment> RISK_ASSESSMENTS = output("risk-assessments", CUSTOMER,
      RiskAssessment.class, Retention.days(400));
  public static final Topic<RiskAssessment> RISK_ASSESSMENTS_SHADOW = output("risk-assessments-shadow", CUSTOMER,
      RiskAssessment.class, Retention.days(35));
  public static final Topic<Alert> ALERTS = output("alerts", "subject", Alert.class, Retention.days(400));

  /** One record an interval, written by the bridges while somebody is told. */
  public static final Topic<RunSummary> RUN_SUMMARIES = new Topic<>("run-summaries", "summary id", RunSummary.class,
      SINGLE, Retention.days(400), OUTPUT);

  public static final Topic<AuditEntry> AUDIT = new Topic<>("audit", "subject", AuditEntry.class, CO_PARTITIONED,
      new Retention.ForEver(), LOG);
  public static final Topic<byte[]> AUDIT_CHECKPOINTS = new Topic<>("audit-checkpoints", "log origin", byte[].class,
      SINGLE, new Retention.ForEver(), LOG);
  public static final Topic<byte[]> REJECTED_RECORDS = copy("rejected-records", "original key", Retention.days(90));

  /**
   * Private to the gate: records on their way to the right task, because their key or partition was wrong, or to every task,
   * because they concern all: prefixes and hashes, emergencies, policies, the age of registries. One topic, since each input
   * that a task waits for costs it time.
   */
  public static final Topic<byte[]> GATE_SENT_ON = copy("gate-sent-on", "the number's E.164 form, or the original key",
      Retention.days(35));

  /** Private to the gate: what is not to be told too often, by what it is about, so that one task counts for all. */
  public static final Topic<Alert> GATE_NOTICES = output("gate-notices", "source or registry", Alert.class,
      Retention.days(7));

  /** Private to the risk topology, like {@link #GATE_SENT_ON} to the gate: what lay wrong, and models, which concern all. */
  public static final Topic<byte[]> RISK_SENT_ON = copy("risk-sent-on", "customer id, or the original key",
      Retention.days(35));

  /** Private to the risk topology, like {@link #GATE_NOTICES} to the gate. */
  public static final Topic<Alert> RISK_NOTICES = output("risk-notices", "source", Alert.class, Retention.days(7));

  /** Private to the risk topology: asks whoever calls the external scorer. */
  public static final Topic<ScorerRequest> RISK_SCORER_REQUESTS = output("risk-scorer-requests", CUSTOMER,
      ScorerRequest.class, Retention.days(1));

  /** Private to the risk topology: what came of asking. */
  public static final Topic<ScorerAnswer> RISK_SCORER_ANSWERS = input("risk-scorer-answers", CUSTOMER,
      ScorerAnswer.class, Retention.days(1));

  /** Private to the bridges: what could not be delivered, and is tried again when its header says. */
  public static final Topic<byte[]> BRIDGE_RETRIES = copy("bridge-retries", "original key", Retention.days(35));

  /** All of them, in the order of the documents. */
  public static final List<Topic<?>> ALL = List.of(OPT_OUT_DISPOSITIONS, REGISTRY_DELTAS, REGISTRY_STATUS, CONSENTS,
      OPERATOR_ACTIONS, DIAL_REQUESTS, DIAL_OUTCOMES, DATA_ACTION_TRANSACTIONS, CUSTOMER_PROFILES, POLICIES,
      RISK_MODELS, API_KEYS,
      DNC_ENTRIES, DIAL_DECISIONS, LIST_RECEIPTS, RISK_ASSESSMENTS, RISK_ASSESSMENTS_SHADOW, ALERTS, RUN_SUMMARIES,
      AUDIT,
      AUDIT_CHECKPOINTS, REJECTED_RECORDS,
      GATE_SENT_ON, GATE_NOTICES, RISK_SENT_ON, RISK_NOTICES, RISK_SCORER_REQUESTS, RISK_SCORER_ANSWERS,
      BRIDGE_RETRIES);

  private Topics() {}

  private static <V> Topic<V> input(String name, String key, Class<V> value, Retention retention) {
    return new Topic<>(name, key, value, CO_PARTITIONED, retention, INPUT);
  }

  private static <V> Topic<V> output(String name, String key, Class<V> value, Retention retention) {
    return new Topic<>(name, key, value, CO_PARTITIONED, retention, OUTPUT);
  }

  private static Topic<byte[]> copy(String name, String key, Retention retention) {
    return new Topic<>(name, key, byte[].class, CO_PARTITIONED, retention, COPY);
  }
}
