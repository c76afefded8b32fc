package io.dialgate.bridge.scorer;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.dialgate.bridge.delivery.JdkExchange;
import io.dialgate.domain.risk.Opinion;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.schemas.ScorerAnswer;
import io.dialgate.schemas.ScorerRequest;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.avro.AvroSerializer;
import io.dialgate.wire.avro.Decoding;
import io.dialgate.wire.record.Opinions;
import io.dialgate.wire.work.Worker;

/**
 * Takes requests from their topic, asks the scorer, several at once, and puts what comes of it on the topic of answers.
 *
 * <p>Each request is asked at most once: one that is lost, or that comes too late, has an answer that nobody waits for any more,
 * and the rule score stands.
 */
public final class ScorerLoop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ScorerLoop.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int AT_ONCE = 256;
  /** After what time another instance takes over from one that was killed. */
  private static final int SESSION_MS = 10_000;

  private final ScorerSettings settings;
  private final Clock clock;
  private final JdkExchange exchange;
  private final ScoringService service;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final Worker worker;

  private ScorerLoop(ScorerSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.exchange = new JdkExchange(settings.service().within());
    this.service = new ScoringService(settings.service(), exchange, clock);
    this.worker = Worker.start("external-scorer", "requests to the external scorer cannot be taken", this::serve);
  }

  /** Starts, and returns at once. */
  public static ScorerLoop start(ScorerSettings settings, Clock clock) {
    return new ScorerLoop(settings, clock);
  }

  /** Why nobody can be asked; empty while requests are taken, whatever the scorer answers. */
  public Optional<String> trouble() {
    return worker.trouble();
  }

  /** Whether the scorer is asked (CLOSED), left alone (OPEN), or tried (HALF_OPEN). */
  public String breaker() {
    return service.state().name();
  }

  @Override
  public void close() {
    worker.close();
    exchange.close();
  }

  private void serve(Worker at) throws InterruptedException {
    try (var consumer = consumer(); var producer = producer()) {
      consumer.subscribe(List.of(Topics.RISK_SCORER_REQUESTS.name(settings.prefix())));
      serve(consumer, producer, at);
    }
  }

  private void serve(KafkaConsumer<byte[], byte[]> consumer, KafkaProducer<String, ScorerAnswer> producer, Worker at)
      throws InterruptedException {
    var codec = new AvroCodec<>(ScorerRequest.class, settings.registry(),
        Topics.RISK_SCORER_REQUESTS.subject(settings.prefix()).orElseThrow());
    try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        while (!at.isClosed()) {
          for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            if (codec.decode(record.value()) instanceof Decoding.Decoded<ScorerRequest>(ScorerRequest request, int _)) {
              free.acquire();
              calls.execute(() -> ask(request, producer));
            }
          }
          at.told(null);
        }
      } finally {
        calls.shutdownNow();
      }
    }
  }

  private void ask(ScorerRequest request, KafkaProducer<String, ScorerAnswer> producer) {
    try {
      if (clock.instant().isBefore(request.getAnswerBy())) {
        RiskAssessment assessment = request.getAssessment();
        Opinion opinion = service.ask(assessment);
        var answer = Opinions.toRecord(assessment.getCustomerId(), assessment.getTransactionId(), opinion,
            clock.instant());
        var _ = producer.send(new ProducerRecord<>(Topics.RISK_SCORER_ANSWERS.name(settings.prefix()),
            assessment.getCustomerId(), answer), ScorerLoop::sent);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (KafkaException | IllegalStateException e) {
      LOG.atWarn().setCause(e).log("an answer of the external scorer was lost; the rule score stands");
    } finally {
      free.release();
    }
  }

  private static void sent(@Nullable RecordMetadata where, @Nullable Exception failed) {
    if (failed != null) {
      LOG.atWarn().setCause(failed).log("an answer of the external scorer was lost; the rule score stands");
    }
  }

  /** From now on: of what was asked before, the answers are awaited no more. */
  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> reading = new HashMap<>(settings.client());
    reading.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
    reading.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instance());
    reading.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MS);
    reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    reading.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, true);
    return new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private KafkaProducer<String, ScorerAnswer> producer() {
    Map<String, Object> writing = new HashMap<>(settings.client());
    writing.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    writing.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    return new KafkaProducer<>(writing, new StringSerializer(), new AvroSerializer<>(settings.registry()));
  }
}
