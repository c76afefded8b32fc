package io.dialgate.topology.story;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.Opinion;
import io.dialgate.domain.risk.velocity.VelocityLimits;
import io.dialgate.schemas.Alert;
import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.CustomerProfile;
import io.dialgate.schemas.DataActionTransaction;
import io.dialgate.schemas.PolicyActivation;
import io.dialgate.schemas.PolicyDocument;
import io.dialgate.schemas.PolicyRecord;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.schemas.ScorerRequest;
import io.dialgate.topology.RiskObserver;
import io.dialgate.topology.risk.Asking;
import io.dialgate.topology.risk.RiskInputs;
import io.dialgate.topology.risk.RiskSettings;
import io.dialgate.topology.risk.RiskTopology;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.Opinions;
import io.dialgate.wire.record.Policies;
import io.dialgate.wire.record.RiskModels;
import io.dialgate.wire.registry.SchemaRegistry;

/** A story about risk: who spends what, one after the other, and what comes of it. */
public final class RiskStory implements AutoCloseable {

  public static final Duration MEMORY = Duration.ofHours(24);

  private final Clock clock = new Clock();
  private final Asking asking;
  private final Machine machine;
  private final Readings readings;
  private int names;

  /** A story in which the rules alone score. */
  public RiskStory() {
    this(new Asking.Nobody());
  }

  /** A story in which somebody may be asked. */
  public RiskStory(Asking asking) {
    this.asking = asking;
    this.machine = new Machine(clock, "risk", this::topology);
    this.readings = new Readings(machine);
  }

  /** What the external scorer was asked. */
  public List<ScorerRequest> scorerRequests() {
    return readings.of(Topics.RISK_SCORER_REQUESTS).stream().map(Written::said).toList();
  }

  /** The external scorer was asked about a transaction, and this came of it. */
  public void opines(String customer, String transaction, Opinion opinion) {
    send(Topics.RISK_SCORER_ANSWERS, customer, Opinions.toRecord(customer, transaction, opinion, now()));
  }

  /** A customer spends so much now; gives the transaction's id. */
  public String spends(String customer, String amount) {
    return spends(customer, amount, now());
  }

  /** A customer spent so much then. */
  public String spends(String customer, String amount, Instant at) {
    return sends(transaction(customer, amount, at), customer);
  }

  /** What a customer spends, as the webhook tells it. */
  public DataActionTransaction transaction(String customer, String amount, Instant at) {
    String id = newName("transaction");
    return new DataActionTransaction(id, "interaction-of-" + id, customer, new BigDecimal(amount).setScale(4), null,
        Map.of("channel", "voice"), at);
  }

  /** Somebody writes a transaction under this key. */
  public String sends(DataActionTransaction transaction, String key) {
    send(Topics.DATA_ACTION_TRANSACTIONS, key, transaction);
    return transaction.getTransactionId();
  }

  /** The CRM says what it knows of a customer; null: it forgets the customer. */
  public void tier(String customer, @Nullable String tier) {
    if (tier == null) {
      machine.produce(Topics.CUSTOMER_PROFILES, bytes(customer), null, now(), new RecordHeaders());
    } else {
      send(Topics.CUSTOMER_PROFILES, customer, new CustomerProfile(customer, tier));
    }
  }

  /** Writes a document, and gives its hash. */
  public String publishes(String text) {
    String hash = Policies.hash(text);
    send(Topics.RISK_MODELS, hash, new PolicyRecord(new PolicyDocument(hash, text, "analyst", now())));
    return hash;
  }

  /** Puts a document in force. */
  public void activates(String hash) {
    activates(hash, false);
  }

  /** Puts a document in force, or in shadow. */
  public void activates(String hash, boolean shadow) {
    var activation = new PolicyActivation(hash, "analyst", now(), newName("activation"),
        shadow ? RiskModels.SHADOW : null);
    send(Topics.RISK_MODELS, RiskModels.key(shadow), new PolicyRecord(activation));
  }

  /** Somebody writes what nobody understands. */
  public void writes(Topic<?> topic, String key, byte @Nullable [] value) {
    machine.produce(topic, bytes(key), value, now(), new RecordHeaders());
  }

  /** The named tick: time passes, and what is to be swept is swept. */
  public void after(Duration time) {
    machine.passTime(time);
  }

  /** The application ends, and starts again from its changelogs. */
  public void restart() {
    machine.restart(Duration.ZERO);
  }

  public Instant now() {
    return clock.instant();
  }

  public List<RiskAssessment> assessments() {
    return readings.of(Topics.RISK_ASSESSMENTS).stream().map(Written::said).toList();
  }

  /** Every answer to a transaction. */
  public List<RiskAssessment> answers(String transactionId) {
    return assessments().stream().filter(one -> one.getTransactionId().equals(transactionId)).toList();
  }

  /** The answer to a transaction that was answered once: {@code HIGH 70 standard}. */
  public String answer(String transactionId) {
    List<RiskAssessment> all = answers(transactionId);
    if (all.size() != 1) {
      throw new AssertionError("expected one answer to %s, but got %s".formatted(transactionId, all));
    }
    return inShort(all.getFirst());
  }

  public List<RiskAssessment> shadowAssessments() {
    return readings.of(Topics.RISK_ASSESSMENTS_SHADOW).stream().map(Written::said).toList();
  }

  /** The bytes of every assessment. */
  public List<Written<byte[]>> assessmentBytes() {
    return machine.written(Topics.RISK_ASSESSMENTS);
  }

  public List<Alert> alerts(AlertKind kind) {
    return readings.of(Topics.ALERTS).stream().map(Written::said).filter(alert -> alert.getKind() == kind).toList();
  }

  public List<Receipt> receipts() {
    return readings.of(Topics.LIST_RECEIPTS).stream().map(Written::said).toList();
  }

  /** What was rejected: the bytes, and why in its headers. */
  public List<Written<byte[]>> rejected() {
    return machine.written(Topics.REJECTED_RECORDS);
  }

  /** How many rows a store holds. */
  public long rows(String store) {
    return machine.rows(store);
  }

  public String newName(String kind) {
    return kind + "-" + ++names;
  }

  /** {@code HIGH 70 standard}, or {@code UNSCORED TOO_LATE}. */
  public static String inShort(RiskAssessment one) {
    return one.getUnscored() == null
        ? "%s %d %s".formatted(one.getFlag(), one.getScore(), one.getCategory())
        : "%s %s".formatted(one.getFlag(), one.getUnscored());
  }

  @Override
  public void close() {
    machine.close();
  }

  <R extends SpecificRecord> void send(Topic<R> topic, String key, R record) {
    machine.produce(topic, bytes(key), machine.encoded(topic, record), now(), new RecordHeaders());
  }

  private static byte[] bytes(String key) {
    return key.getBytes(StandardCharsets.UTF_8);
  }

  private Topology topology(SchemaRegistry registry, InstantSource clock) {
    return new RiskTopology(new RiskSettings(1, new RiskInputs(Machine.PREFIX, registry), new ModelsUnderTest(),
        VelocityLimits.DEFAULT, MEMORY, asking, clock, RiskObserver.NONE)).build();
  }
}
