package io.dialgate.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Joined;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.jspecify.annotations.Nullable;

import io.dialgate.schemas.DecisionFacts;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialRequest;
import io.dialgate.schemas.DncRecord;
import io.dialgate.schemas.Finding;
import io.dialgate.schemas.Verdict;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroDeserializer;
import io.dialgate.wire.avro.AvroSerializer;
import io.dialgate.wire.registry.ConfluentRegistry;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * What a good engineer writes in an afternoon: requests joined with the table of entries, exactly once, everything else as
 * Kafka Streams has it by default. It reads and writes the same Avro records and topics as Dialgate.
 */
public final class NaiveMain {

  static final String PREFIX = "naive.";

  private NaiveMain() {}

  /**
   * Runs until it is ended.
   *
   * @param arguments the folder of its state, and the prefix of its topics, which also names the application
   */
  public static void main(String[] arguments) throws InterruptedException {
    run(topology(arguments[1], registry()), properties(arguments[1].replace(".", ""), arguments[0]));
  }

  static SchemaRegistry registry() {
    return new ConfluentRegistry(System.getenv("DIALGATE_SCHEMA_REGISTRY_URL"));
  }

  static Properties properties(String application, String folder) {
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, System.getenv("DIALGATE_KAFKA_BOOTSTRAP_SERVERS"));
    properties.put(StreamsConfig.STATE_DIR_CONFIG, folder);
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    return properties;
  }

  static void run(Topology topology, Properties properties) throws InterruptedException {
    var running = new CountDownLatch(1);
    var streams = new KafkaStreams(topology, properties);
    streams.setStateListener((now, before) -> {
      if (now == KafkaStreams.State.RUNNING) {
        running.countDown();
      }
    });
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(streams::close));
    streams.start();
    running.await();
    System.out.println("{" + Contestant.READY + "}");
    new CountDownLatch(1).await();
  }

  private static Topology topology(String prefix, SchemaRegistry registry) {
    var builder = new StreamsBuilder();
    decisions(builder, prefix, registry).to(Topics.DIAL_DECISIONS.name(prefix),
        Produced.with(Serdes.String(), avro(DialDecision.class, registry)));
    return builder.build();
  }

  /** The join itself. */
  static KStream<String, DialDecision> decisions(StreamsBuilder builder, String prefix, SchemaRegistry registry) {
    var entries = builder.table(Topics.DNC_ENTRIES.name(prefix),
        Consumed.with(Serdes.String(), avro(DncRecord.class, registry)));
    return builder
        .stream(Topics.DIAL_REQUESTS.name(prefix), Consumed.with(Serdes.String(), avro(DialRequest.class, registry)))
        .leftJoin(entries, NaiveMain::decide,
            Joined.with(Serdes.String(), avro(DialRequest.class, registry), avro(DncRecord.class, registry)));
  }

  private static DialDecision decide(DialRequest request, @Nullable DncRecord record) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    List<Finding> findings = new ArrayList<>();
    if (record != null) {
      record.getEntries().forEach(entry -> findings
          .add(new Finding(entry.getReason().name(), "", "on list " + entry.getListId(), entry.getListId(), null)));
    }
    var facts = new DecisionFacts();
    facts.setRequest(request);
    facts.setEntries(record == null ? List.of() : record.getEntries());
    facts.setOpenAllowances(0);
    facts.setConsents(List.of());
    facts.setAttempts(List.of());
    facts.setRegistries(List.of());
    facts.setBlocks(List.of());
    var decision = new DialDecision();
    decision.setRequestId(request.getRequestId());
    decision.setNumber(request.getPhone());
    decision.setVerdict(findings.isEmpty() ? Verdict.ALLOW : Verdict.SUPPRESS);
    decision.setFindings(findings);
    decision.setPolicy("none");
    decision.setFacts(facts);
    decision.setDecidedAt(now);
    decision.setPlatform(request.getPlatform());
    decision.setCampaignId(request.getCampaignId());
    return decision;
  }

  static <R extends SpecificRecord> Serde<R> avro(Class<R> type, SchemaRegistry registry) {
    return Serdes.serdeFrom(new AvroSerializer<R>(registry), new AvroDeserializer<>(type, registry));
  }
}
