package io.dialgate.bridge.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.dialgate.bridge.delivery.Item;
import io.dialgate.bridge.platform.Kind;
import io.dialgate.wire.record.RejectionCode;
import io.dialgate.wire.registry.RegistryUnreachableException;

/**
 * What an outbox's thread does: one round after the other, while it never stops polling, so that its place in the group is kept.
 *
 * <p>Always: a position is committed only after everything before it was settled; at most one round is under way; when a partition
 * is taken away, the round under way is given up first, so that nobody else is overtaken by it.
 */
final class OutboxLoop implements Runnable, ConsumerRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxLoop.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final String MAYBE_UNDOES = "expected to know that nothing newer was said about the number, but this instance "
      + "has not followed it since; take it off by hand if it may still be called";
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final Consumer<byte[], byte[]> consumer;
  private final Producer<byte[], byte[]> producer;
  private final Delivery delivery;
  private final Mailroom mailroom;
  private final InstantSource clock;
  private final Backlog measured;
  private final Beginnings beginnings;
  private final LatestWords words = new LatestWords();
  private final Map<TopicPartition, Instant> notBefore = new HashMap<>();
  private Instant idleUntil = Instant.EPOCH;
  private @Nullable Round round;
  private volatile boolean held;
  private volatile boolean stopping;
  private volatile @Nullable String trouble;

  OutboxLoop(Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer, Delivery delivery,
      Mailroom mailroom, InstantSource clock) {
    this.consumer = consumer;
    this.producer = producer;
    this.delivery = delivery;
    this.mailroom = mailroom;
    this.clock = clock;
    this.measured = new Backlog(consumer, clock);
    this.beginnings = new Beginnings(consumer, mailroom, clock);
  }

  void hold(boolean hold) {
    held = hold;
  }

  long backlog() {
    return measured.records();
  }

  Duration oldest() {
    return measured.oldest();
  }

  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  void stop() {
    stopping = true;
    consumer.wakeup();
  }

  @Override
  public void run() {
    try (consumer; producer; delivery) {
      consumer.subscribe(mailroom.topics(), this);
      while (!stopping) {
        turn();
      }
      giveUpRound();
    } catch (WakeupException e) {
      giveUpRound();
    } catch (InterruptedException e) {
      giveUpRound();
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      giveUpRound();
      trouble = "expected the outbox of %s to run, but got %s; restart it".formatted(delivery.destination(), e);
      LOG.atError().addKeyValue("destination", delivery.destination()).setCause(e).log("outbox ended");
    }
  }

  private void turn() throws InterruptedException {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    if (!records.isEmpty()) {
      open(records);
    }
    Round now = round;
    if (now != null && !now.hasStarted() && !held) {
      delivery.start(now);
    }
    if (now != null && now.isDone()) {
      finish(now);
    }
    letFlow();
    measured.measure(round);
  }

  /** Makes a round of what was read. If the registry does not answer, it is read again later. */
  private void open(ConsumerRecords<byte[], byte[]> records) {
    var opened = new Round();
    records.partitions().forEach(partition -> opened.startsAt(partition,
        records.records(partition).getFirst().offset()));
    try {
      for (TopicPartition partition : records.partitions()) {
        opened.endsAt(partition, fill(opened, partition, records.records(partition)));
      }
      round = opened;
    } catch (RegistryUnreachableException e) {
      LOG.atWarn().addKeyValue("destination", delivery.destination()).log("registry unreachable, reading again");
      rewind(opened);
    }
  }

  /** Returns the offset behind the last record that is in the round. */
  private long fill(Round opened, TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (!mailroom.isRetry(record.topic())) {
        take(opened, Letter.first(record));
        continue;
      }
      Optional<RetryHeaders> was = RetryHeaders.of(record.headers()).filter(mailroom::isOurs);
      if (was.isPresent() && was.get().due().isAfter(clock.instant())) {
        notBefore.put(partition, was.get().due());
        consumer.seek(partition, record.offset());
        return record.offset();
      }
      was.ifPresent(ours -> take(opened, Letter.again(record, ours)));
    }
    return consumer.position(partition);
  }

  private void take(Round opened, Letter letter) {
    switch (mailroom.read(letter)) {
      case Reading.Nothing() -> {
        // It does not concern the destination.
      }
      case Reading.Unreadable(String why) -> opened.addHopeless(letter, RejectionCode.UNREADABLE, why);
      case Reading.Told(var item) when item.kind().isListChange() -> takeChange(opened, letter, item);
      case Reading.Told(var item) -> opened.add(letter, item);
    }
  }

  private void takeChange(Round opened, Letter letter, Item item) {
    if (words.isOvertaken(item.subject(), letter.offset())) {
      opened.addOvertaken();
    } else if (item.kind() == Kind.LIST_REMOVE && letter.round() > 0
        && !words.isSurelyLatest(item.subject(), letter.offset())) {
      opened.addHopeless(letter, RejectionCode.NOT_DELIVERED, MAYBE_UNDOES);
    } else {
      words.said(item.subject(), letter.offset());
      opened.add(letter, item);
    }
  }

  private void finish(Round done) throws InterruptedException {
    try {
      delivery.settle(done);
      consumer.commitSync(done.ends());
    } catch (CommitFailedException | RebalanceInProgressException e) {
      // Whoever has the partitions next delivers it once more, under the same keys.
      LOG.atInfo().addKeyValue("destination", delivery.destination()).log("positions not committed, group changes");
    } catch (KafkaException | ExecutionException e) {
      LOG.atWarn().addKeyValue("destination", delivery.destination()).setCause(e).log("round not settled, once more");
      rewind(done);
    }
    round = null;
  }

  private void rewind(Round again) {
    again.starts().forEach((partition, offset) -> {
      if (consumer.assignment().contains(partition)) {
        consumer.seek(partition, offset);
      }
    });
    idleUntil = clock.instant().plus(AFTER_FAILURE);
  }

  /** Pauses everything while a round is open, and for a while after a failure; else what is not due. */
  private void letFlow() {
    Instant now = clock.instant();
    notBefore.values().removeIf(due -> !due.isAfter(now));
    if (round != null || idleUntil.isAfter(now)) {
      consumer.pause(consumer.assignment());
    } else {
      consumer.resume(consumer.paused());
      consumer.pause(notBefore.keySet());
    }
  }

  private void giveUpRound() {
    Round open = round;
    if (open != null) {
      open.cancel();
      round = null;
    }
  }

  /** From here on somebody else may hear newer words. What was under way is broken off, and of the partitions that stay, read again. */
  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    words.doubt();
    Round open = round;
    giveUpRound();
    if (open != null) {
      open.starts().keySet().removeAll(partitions);
      rewind(open);
    }
    notBefore.keySet().removeAll(partitions);
  }

  /** A partition that the group has never read begins as far back as is set. */
  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    if (round != null) {
      consumer.pause(partitions);
    }
    beginnings.seek(partitions);
  }
}
