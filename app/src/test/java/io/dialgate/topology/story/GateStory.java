package io.dialgate.topology.story;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.Topology;

import io.dialgate.domain.gate.Gate;
import io.dialgate.domain.phone.Numbering;
import io.dialgate.domain.place.Atlas;
import io.dialgate.domain.policy.Limits;
import io.dialgate.domain.policy.ListsOnlyPolicy;
import io.dialgate.domain.policy.PolicyDocuments;
import io.dialgate.numbering.LibPhoneNumbering;
import io.dialgate.numbering.place.NumberAtlas;
import io.dialgate.rules.BookDocuments;
import io.dialgate.schemas.Alert;
import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DncEntry;
import io.dialgate.schemas.DncRecord;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.schemas.Receipt;
import io.dialgate.topology.GateObserver;
import io.dialgate.topology.gate.GateInputs;
import io.dialgate.topology.gate.GateSettings;
import io.dialgate.topology.gate.GateTopology;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;
import io.dialgate.wire.registry.SchemaRegistry;

/** A story about the gate: who does what, one after the other, and what comes of it. */
public final class GateStory implements AutoCloseable {

  public static final Duration ALLOWANCE = Duration.ofMinutes(15);
  public static final Duration MEMORY = Duration.ofHours(24);
  public static final Duration REQUEST_MAX_AGE = Duration.ofHours(1);

  /** When every story begins. */
  public static final Instant START = Clock.START;

  private static final Numbering NUMBERING = new LibPhoneNumbering();
  private static final Atlas ATLAS = new NumberAtlas();
  private static final PolicyDocuments DOCUMENTS = new BookDocuments();

  private final Clock clock = new Clock();
  private final Machine machine = new Machine(clock, "gate", GateStory::topology);
  private final Readings readings = new Readings(machine);
  private int names;

  /** A dialler of this platform. */
  public Dialler dialler(String platform) {
    return new Dialler(this, platform);
  }

  /** The person who has this number, however it is written. */
  public Person person(String phone) {
    return new Person(this, phone, phone);
  }

  /** A public registry. */
  public Registry registry(String name) {
    return new Registry(this, name);
  }

  /** Whoever says what holds for many numbers. */
  public Operator operator() {
    return new Operator(this);
  }

  /** An operator puts a number under a litigation hold. */
  public void hold(String number) {
    operator(OperatorActionKind.HOLD, number);
  }

  /** An operator does something. */
  public void operator(OperatorActionKind action, String subject) {
    operator(newName("action"), action, subject, now());
  }

  public void operator(String id, OperatorActionKind action, String subject, Instant at) {
    send(Topics.OPERATOR_ACTIONS, subject, new OperatorAction(id, action, subject, "counsel", at, null, Map.of()));
  }

  /** Somebody who writes what nobody understands. */
  public Vandal vandal() {
    return new Vandal(machine, this);
  }

  /** The named tick: time passes, and what is to be swept is swept. */
  public void after(Duration time) {
    machine.passTime(time);
  }

  /** The application ends, and starts again from its changelogs. */
  public void restart() {
    machine.restart(Duration.ZERO);
  }

  /** The application ends, and starts again when so much time has passed. */
  public void restartAfter(Duration time) {
    machine.restart(time);
  }

  public Instant now() {
    return clock.instant();
  }

  /** Every decision so far. */
  public List<DialDecision> decisions() {
    return decisionRecords().stream().map(Written::said).toList();
  }

  /** Every decision so far, with its key and time. */
  public List<Written<DialDecision>> decisionRecords() {
    return read(Topics.DIAL_DECISIONS);
  }

  /** Every decision about this request, as verdict and codes: {@code SUPPRESS CUSTOMER_REQUEST NATIONAL_DNC}. */
  public List<String> answers(String requestId) {
    return decisions().stream().filter(decision -> decision.getRequestId().equals(requestId)).map(GateStory::inShort)
        .toList();
  }

  /** The table's record of a number, as its lists and reasons; empty if it is a tombstone or was never written. */
  public List<String> table(String number) {
    return entries(number).stream().map(entry -> entry.getListId() + " " + entry.getReason()).toList();
  }

  /** The entries of the table's record of a number. */
  public List<DncEntry> entries(String number) {
    DncRecord record = tableRecords(number).stream().reduce((a, b) -> b).map(Written::value).orElse(null);
    return record == null ? List.of() : record.getEntries();
  }

  /** Every version of the table's record of a number. */
  public List<Written<DncRecord>> tableRecords(String number) {
    return read(Topics.DNC_ENTRIES).stream().filter(record -> number.equals(record.key())).toList();
  }

  public List<Alert> alerts(AlertKind kind) {
    return read(Topics.ALERTS).stream().map(Written::said).filter(alert -> alert.getKind() == kind).toList();
  }

  public List<Receipt> receipts() {
    return read(Topics.LIST_RECEIPTS).stream().map(Written::said).toList();
  }

  /** What was rejected: the bytes, and why in its headers. */
  public List<Written<byte[]>> rejected() {
    return machine.written(Topics.REJECTED_RECORDS);
  }

  /** What was sent on because its key was wrong. */
  public List<Written<byte[]>> sentOn() {
    return machine.written(Topics.GATE_SENT_ON);
  }

  /** What was sent to every task. */
  public List<Written<byte[]>> multicast() {
    return machine.written(Topics.GATE_SENT_ON);
  }

  /** The earliest time of everything that the gate keeps and tells, in milliseconds. */
  public long earliestTime() {
    return Topics.ALL.stream().flatMap(topic -> machine.written(topic).stream()).mapToLong(Written::time)
        .reduce(machine.earliestOfChangelog(), Math::min);
  }

  /** A name that no other event of the story has. */
  public String newName(String kind) {
    return kind + "-" + ++names;
  }

  @Override
  public void close() {
    machine.close();
  }

  <R extends SpecificRecord> void send(Topic<R> topic, String key, R record) {
    machine.produce(topic, key.getBytes(StandardCharsets.UTF_8), machine.encoded(topic, record), now(),
        new RecordHeaders());
  }

  private <R extends SpecificRecord> List<Written<R>> read(Topic<R> topic) {
    return readings.of(topic);
  }

  private static Topology topology(SchemaRegistry registry, InstantSource clock) {
    var limits = new Limits(ALLOWANCE, REQUEST_MAX_AGE);
    var inputs = new GateInputs(Machine.PREFIX, registry, NUMBERING, DOCUMENTS, REQUEST_MAX_AGE);
    return new GateTopology(new GateSettings(1, inputs, new Gate(ATLAS, limits, MEMORY), limits,
        ListsOnlyPolicy.of(REQUEST_MAX_AGE), clock, GateObserver.NONE)).build();
  }

  private static String inShort(DialDecision decision) {
    var words = new StringBuilder(Objects.toString(decision.getVerdict()));
    decision.getFindings().forEach(finding -> words.append(' ').append(finding.getCode()));
    return words.toString();
  }
}
