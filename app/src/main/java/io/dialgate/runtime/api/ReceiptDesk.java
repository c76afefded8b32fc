package io.dialgate.runtime.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.dialgate.http.ListChanges;
import io.dialgate.runtime.client.GateWriter;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.schemas.Receipt;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroDeserializer;

/** Sends what changes lists, and waits for the receipts that say that it is in force. */
final class ReceiptDesk implements ListChanges {

  private static final Logger LOG = LoggerFactory.getLogger(ReceiptDesk.class);

  private final GateWriter writer;
  private final FirstText eventId;
  private final AvroDeserializer<Receipt> receipts;
  private final Duration within;
  private final int tasks;
  private final Waiters<List<Receipt>> waiters = new Waiters<>();
  private final Map<String, Collected> collecting = new ConcurrentHashMap<>();

  /** What has come of one event, and how many receipts there will be. */
  private record Collected(int wanted, List<Receipt> receipts) {}

  ReceiptDesk(GateWriter writer, FirstText eventId, AvroDeserializer<Receipt> receipts, Duration within, int tasks) {
    this.writer = writer;
    this.eventId = eventId;
    this.receipts = receipts;
    this.within = within;
    this.tasks = tasks;
  }

  /** A receipt was committed. Only the follower's thread calls this. */
  void received(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value();
    if (value == null || eventId.of(value).map(id -> !collecting.containsKey(id)).orElse(false)) {
      return;
    }
    Receipt receipt = Objects.requireNonNull(receipts.deserialize(record.topic(), value));
    Collected collected = collecting.get(receipt.getEventId());
    if (collected != null) {
      collected.receipts.add(receipt);
      if (collected.receipts.size() == collected.wanted) {
        waiters.arrived(receipt.getEventId(), List.copyOf(collected.receipts));
      }
    }
  }

  @Override
  public Answer tell(OptOutDisposition event, String key, boolean everywhere) {
    return tell(Topics.OPT_OUT_DISPOSITIONS, event, event.getEventId(), key, everywhere ? tasks : 1);
  }

  @Override
  public Answer tell(OperatorAction action) {
    return tell(Topics.OPERATOR_ACTIONS, action, action.getActionId(), action.getSubject(), 1);
  }

  @Override
  public boolean note(OperatorAction action) {
    try {
      writer.send(Topics.OPERATOR_ACTIONS, action.getSubject(), action).get(within.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      LOG.atWarn().addKeyValue("action", action.getAction()).setCause(e).log("could not be written to the audit");
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Answer tell(Topic<?> topic, SpecificRecord record, String id, String key, int wanted) {
    long deadline = System.nanoTime() + within.toNanos();
    var receipt = waiters.join(id);
    collecting.put(id, new Collected(wanted, new ArrayList<>()));
    try {
      Future<RecordMetadata> sent = writer.send(topic, key, record);
      sent.get(left(deadline), TimeUnit.NANOSECONDS);
      return inForce(receipt, deadline);
    } catch (ExecutionException e) {
      return new Answer.Unknown("the broker said: " + String.valueOf(e.getCause()));
    } catch (KafkaException e) {
      return new Answer.Unknown("the broker said: " + String.valueOf(e.getMessage()));
    } catch (TimeoutException e) {
      return new Answer.Unknown("the broker has not acknowledged it");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Unknown("this instance is being stopped");
    } finally {
      collecting.remove(id);
      waiters.leave(id);
    }
  }

  private static Answer inForce(Future<List<Receipt>> receipt, long deadline)
      throws InterruptedException, ExecutionException {
    try {
      return new Answer.InForce(receipt.get(left(deadline), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return new Answer.Accepted();
    }
  }

  private static long left(long deadline) {
    return Math.max(0, deadline - System.nanoTime());
  }
}
