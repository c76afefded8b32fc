package io.dialgate.bench;

import java.util.List;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialRequest;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * The naive join, and what whoever keeps the gate's promises must do beside it: remember each request, so that it is answered
 * once and can be recalled, and take opt-outs, deltas, operators' actions, outcomes and what was sent on in the same task, so
 * that there is no gap. It looks at none of them: what it costs, Kafka Streams and RocksDB cost.
 */
public final class RememberingMain {

  static final String PREFIX = "remembering.";

  private static final String REMEMBERED = "remembered";
  private static final int THREADS = 2;

  /** What the gate reads in the task that decides. */
  private static final List<Topic<?>> OTHER_INPUTS = List.of(Topics.OPT_OUT_DISPOSITIONS, Topics.REGISTRY_DELTAS,
      Topics.OPERATOR_ACTIONS, Topics.DIAL_OUTCOMES, Topics.CONSENTS, Topics.GATE_SENT_ON);

  private RememberingMain() {}

  /**
   * Runs until it is ended.
   *
   * @param arguments the folder of its state
   */
  public static void main(String[] arguments) throws InterruptedException {
    var properties = NaiveMain.properties("remembering", arguments[0]);
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
    NaiveMain.run(topology(NaiveMain.registry()), properties);
  }

  private static Topology topology(SchemaRegistry registry) {
    var builder = new StreamsBuilder();
    builder.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(REMEMBERED), Serdes.String(),
        NaiveMain.avro(DialRequest.class, registry)));
    NaiveMain.decisions(builder, PREFIX, registry).process(Remember::new, REMEMBERED)
        .to(Topics.DIAL_DECISIONS.name(PREFIX),
            Produced.with(Serdes.String(), NaiveMain.avro(DialDecision.class, registry)));
    builder.stream(OTHER_INPUTS.stream().map(topic -> topic.name(PREFIX)).toList(),
        Consumed.with(Serdes.String(), Serdes.ByteArray())).process(Ignore::new, REMEMBERED);
    return builder.build();
  }

  /** Looks whether the request came before, remembers it, and hands its decision on. */
  private static final class Remember extends ContextualProcessor<String, DialDecision, String, DialDecision> {

    @Override
    public void process(Record<String, DialDecision> decided) {
      KeyValueStore<String, DialRequest> remembered = context().getStateStore(REMEMBERED);
      @Nullable
      DialRequest before = remembered.get(decided.key());
      DialRequest now = decided.value().getFacts().getRequest();
      if (before == null || !before.getRequestId().equals(now.getRequestId())) {
        remembered.put(decided.key(), now);
        context().forward(decided);
      }
    }
  }

  private static final class Ignore extends ContextualProcessor<String, byte[], Void, Void> {

    @Override
    public void process(Record<String, byte[]> record) {
      // Nothing is ever written to these.
    }
  }
}
