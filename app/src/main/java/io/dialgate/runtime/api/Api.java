package io.dialgate.runtime.api;

import java.time.InstantSource;
import java.util.Map;

import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

import io.dialgate.http.Gatehouse;
import io.dialgate.http.HttpServer;
import io.dialgate.numbering.LibPhoneNumbering;
import io.dialgate.query.Neighbour;
import io.dialgate.query.NumberQuery;
import io.dialgate.runtime.Closing;
import io.dialgate.runtime.client.GateWriter;
import io.dialgate.runtime.client.TopicFollower;
import io.dialgate.runtime.settings.ApiSettings;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.Receipt;
import io.dialgate.topology.gate.GateTopology;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroDeserializer;
import io.dialgate.wire.registry.SchemaRegistry;

/** Puts together what the routes about numbers answer from. */
public final class Api {

  private Api() {}

  /**
   * Opens it.
   *
   * @param client of the brokers
   * @param partitions that the inputs have
   * @param gate null: no gate runs in this process
   * @param closing closes it
   */
  public static Gatehouse open(Settings settings, Map<String, Object> client, SchemaRegistry registry,
      int partitions, @Nullable KafkaStreams gate, InstantSource clock, Closing closing) {
    String prefix = settings.topics().prefix();
    var writer = closing.add(new GateWriter(client, prefix, registry));
    var log = new DecisionLog(client, prefix, registry);
    var numbering = new LibPhoneNumbering();
    var desk = new DecisionDesk(writer, numbering, clock, new FirstText("requestId", registry),
        new AvroDeserializer<>(DialDecision.class, registry), log);
    closing.add(TopicFollower.start(client, Topics.DIAL_DECISIONS.name(prefix), TopicFollower.From.END, desk::decided));
    ReceiptDesk receipts = receipts(settings, client, registry, writer, partitions, closing);
    ApiSettings http = settings.http();
    var neighbour = closing.add(new Neighbour(http.tls().isPresent() ? "https" : "http", HttpServer.HOP));
    HashIndex index = http.lookups().hashIndex() ? closing.add(new HashIndex(client, prefix)) : null;
    var lookups = new NumberLookups(gate == null ? null : query(gate, http, partitions),
        gate == null ? null : new GateLag(gate),
        neighbour, log, index, clock);
    return new Gatehouse(desk, receipts, lookups, numbering,
        new Gatehouse.Terms(http.checkWithin(), http.lookups().audited(), clock));
  }

  private static ReceiptDesk receipts(Settings settings, Map<String, Object> client, SchemaRegistry registry,
      GateWriter writer, int partitions, Closing closing) {
    var desk = new ReceiptDesk(writer, new FirstText("eventId", registry),
        new AvroDeserializer<>(Receipt.class, registry), settings.http().confirmWithin(), partitions);
    closing.add(TopicFollower.start(client, Topics.LIST_RECEIPTS.name(settings.topics().prefix()),
        TopicFollower.From.END, desk::received));
    return desk;
  }

  private static NumberQuery query(KafkaStreams gate, ApiSettings http, int partitions) {
    return new NumberQuery(gate, HostInfo.buildFromEndpoint(http.reachedAt()), GateTopology.NUMBERS_STORE,
        GateTopology.WIDE_STORE, partitions);
  }
}
