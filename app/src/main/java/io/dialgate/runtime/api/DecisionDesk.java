package io.dialgate.runtime.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.dialgate.domain.hash.Mark;
import io.dialgate.domain.phone.Numbering;
import io.dialgate.http.DialChecks;
import io.dialgate.runtime.client.GateWriter;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialOutcome;
import io.dialgate.schemas.DialRequest;
import io.dialgate.schemas.Outcome;
import io.dialgate.schemas.Verdict;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroDeserializer;
import io.dialgate.wire.record.DialRequests;

/**
 * Sends dial requests, and hands their decisions to whoever waits. It follows the decisions of all partitions, and so needs to
 * know neither which instance decides nor when that changes.
 */
final class DecisionDesk implements DialChecks {

  private static final Logger LOG = LoggerFactory.getLogger(DecisionDesk.class);

  /** A repeated request is not answered again by the gate: after this time its first answer is looked for on the topic. */
  private static final Duration LOOKS_BACK_AFTER = Duration.ofSeconds(1);

  /** Repeated requests of one batch that are looked for on the topic; the others are answered when they are asked again. */
  private static final int MAX_LOOKS_BACK = 16;

  private final GateWriter writer;
  private final Numbering numbering;
  private final InstantSource clock;
  private final FirstText requestId;
  private final AvroDeserializer<DialDecision> decisions;
  private final DecisionLog log;
  private final Waiters<DialDecision> waiters = new Waiters<>();
  private final Repeats repeats = new Repeats();
  private final Abandoned abandoned;

  DecisionDesk(GateWriter writer, Numbering numbering, InstantSource clock, FirstText requestId,
      AvroDeserializer<DialDecision> decisions, DecisionLog log) {
    this.writer = writer;
    this.numbering = numbering;
    this.clock = clock;
    this.requestId = requestId;
    this.decisions = decisions;
    this.log = log;
    this.abandoned = new Abandoned(clock);
  }

  /** A decision was committed. Most are somebody else's, and cost no more than their id. */
  void decided(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value();
    if (value == null) {
      return;
    }
    Optional<String> id = requestId.of(value);
    if (id.isPresent() && !concerns(id.get())) {
      return;
    }
    DialDecision decision = Objects.requireNonNull(decisions.deserialize(record.topic(), value));
    if (DialChecks.isRepeatable(decision.getRequestId())) {
      repeats.note(decision);
    }
    if (decision.getVerdict() == Verdict.ALLOW) {
      abandoned.take(decision.getRequestId()).ifPresent(waited -> giveBack(waited.request(), waited.key()));
    }
    waiters.arrived(decision.getRequestId(), decision);
  }

  @Override
  public Answer check(List<DialRequest> requests, boolean repeatable, Instant until) {
    if (repeatable && requests.size() > 1) {
      markBatch(requests);
    }
    List<CompletableFuture<DialDecision>> answers = new ArrayList<>();
    List<String> keys = requests.stream().map(this::key).toList();
    try {
      requests.forEach(request -> answers.add(waiters.join(request.getRequestId()).copy()));
      for (int i = 0; i < requests.size(); i++) {
        Optional<DialDecision> earlier = repeats.find(requests.get(i).getRequestId());
        if (earlier.isPresent()) {
          answers.get(i).complete(earlier.get());
        } else {
          send(requests.get(i), keys.get(i), answers.get(i));
        }
      }
      boolean all = await(answers, repeatable ? earlier(until) : until);
      if (!all && repeatable) {
        lookBack(requests, keys, answers);
        all = await(answers, until);
      }
      Answer answer = all ? judged(requests, keys, answers, repeatable) : late(requests, keys, answers);
      if (answer instanceof Answer.AnotherQuestion || answer instanceof Answer.GivenBack) {
        giveBackUnheard(requests, keys, answers);
      }
      return answer;
    } catch (NotSent failed) {
      abandonAll(requests, keys, answers);
      return new Answer.NotAsked(String.valueOf(failed.getMessage()));
    } finally {
      requests.forEach(request -> waiters.leave(request.getRequestId()));
    }
  }

  private boolean concerns(String id) {
    return waiters.isWaitedFor(id) || DialChecks.isRepeatable(id) || abandoned.has(id);
  }

  /** Its ids tell the place in a batch, and the mark tells the batch: one of another length is another question. */
  private static void markBatch(List<DialRequest> requests) {
    long mark = Mark.of(requests.stream().map(request -> DialRequests.request(request).questionMark()).toList());
    requests.forEach(request -> request.setBatch(Long.toHexString(mark)));
  }

  /** A number's E.164 form, or what came if it is none, which the gate then says. */
  private String key(DialRequest request) {
    return numbering.key(request.getPhone(), request.getRegion());
  }

  private void send(DialRequest request, String key, CompletableFuture<DialDecision> answer) {
    try {
      writer.send(Topics.DIAL_REQUESTS, key, request, (_, failure) -> {
        if (failure != null) {
          answer.completeExceptionally(failure);
        }
      });
    } catch (KafkaException e) {
      throw new NotSent(String.valueOf(e.getMessage()));
    }
  }

  private Instant earlier(Instant until) {
    Instant looksBack = clock.instant().plus(LOOKS_BACK_AFTER);
    return looksBack.isBefore(until) ? looksBack : until;
  }

  /** Whether all have come by then. */
  private boolean await(List<CompletableFuture<DialDecision>> answers, Instant until) {
    try {
      long nanos = Math.max(0, clock.instant().until(until, ChronoUnit.NANOS));
      CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(nanos, TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new NotSent("it said: " + String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotSent("this instance is being stopped");
    }
  }

  private void lookBack(List<DialRequest> requests, List<String> keys, List<CompletableFuture<DialDecision>> answers) {
    int looked = 0;
    for (int i = 0; i < requests.size() && looked < MAX_LOOKS_BACK; i++) {
      if (!answers.get(i).isDone()) {
        looked++;
        CompletableFuture<DialDecision> answer = answers.get(i);
        log.find(requests.get(i).getRequestId(), keys.get(i)).ifPresent(decision -> {
          repeats.note(decision);
          answer.complete(decision);
        });
      }
    }
  }

  private Answer judged(List<DialRequest> requests, List<String> keys,
      List<CompletableFuture<DialDecision>> answers, boolean repeatable) {
    List<DialDecision> decisions = answers.stream().map(CompletableFuture::join).toList();
    if (!repeatable) {
      return new Answer.Decided(decisions);
    }
    for (int i = 0; i < decisions.size(); i++) {
      DialDecision decision = decisions.get(i);
      if (Repeats.isAboutAnotherQuestion(decision) || !sameQuestion(requests.get(i), decision)) {
        return new Answer.AnotherQuestion(i);
      }
      if (isRepeated(requests.get(i), decision) && mayBeActedOn(decision)
          && (abandoned.has(decision.getRequestId()) || log.mayHaveBeenGivenBack(decision, keys.get(i)))) {
        return new Answer.GivenBack(i);
      }
    }
    return new Answer.Decided(decisions);
  }

  /** A recall is made of what the gate kept of its request, the mark of the batch not among it. */
  private static boolean sameQuestion(DialRequest request, DialDecision decision) {
    var asked = DialRequests.request(request);
    var earlier = DialRequests.request(decision.getFacts().getRequest());
    return (decision.getVerdict() == Verdict.RECALL ? earlier.inBatch(asked.batch()) : earlier)
        .questionMark() == asked.questionMark();
  }

  /** The caller hears of a fault, and of no decision: what was allowed just now must not stay open. */
  private void giveBackUnheard(List<DialRequest> requests, List<String> keys,
      List<CompletableFuture<DialDecision>> answers) {
    for (int i = 0; i < requests.size(); i++) {
      DialDecision decision = answers.get(i).join();
      if (decision.getVerdict() == Verdict.ALLOW && !isRepeated(requests.get(i), decision)) {
        abandon(requests.get(i), keys.get(i));
      }
    }
  }

  private static boolean isRepeated(DialRequest request, DialDecision decision) {
    return !decision.getFacts().getRequest().getRequestedAt().equals(request.getRequestedAt());
  }

  private boolean mayBeActedOn(DialDecision decision) {
    Instant validUntil = decision.getValidUntil();
    return decision.getVerdict() == Verdict.ALLOW && validUntil != null && clock.instant().isBefore(validUntil);
  }

  private Answer late(List<DialRequest> requests, List<String> keys, List<CompletableFuture<DialDecision>> answers) {
    List<@Nullable DialDecision> told = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      DialDecision decision = answers.get(i).getNow(null);
      told.add(decision);
      if (decision == null) {
        abandon(requests.get(i), keys.get(i));
      }
    }
    return new Answer.Late(told);
  }

  /** Nobody will hear of any of them. */
  private void abandonAll(List<DialRequest> requests, List<String> keys,
      List<CompletableFuture<DialDecision>> answers) {
    for (int i = 0; i < answers.size(); i++) {
      abandon(requests.get(i), keys.get(i));
    }
  }

  /** From here on an ALLOW is given back when it comes; one that came in this moment is found below. */
  private void abandon(DialRequest request, String key) {
    abandoned.add(request, key);
    CompletableFuture<DialDecision> came = waiters.join(request.getRequestId());
    waiters.leave(request.getRequestId());
    if (came.isDone() && came.join().getVerdict() == Verdict.ALLOW) {
      abandoned.take(request.getRequestId()).ifPresent(waited -> giveBack(waited.request(), waited.key()));
    }
  }

  private void giveBack(DialRequest request, String key) {
    var outcome = new DialOutcome();
    outcome.setRequestId(request.getRequestId());
    outcome.setPhone(request.getPhone());
    outcome.setRegion(request.getRegion());
    outcome.setOutcome(Outcome.NOT_DIALLED);
    outcome.setOccurredAt(clock.instant().truncatedTo(ChronoUnit.MICROS));
    writer.send(Topics.DIAL_OUTCOMES, key, outcome, (_, failure) -> {
      if (failure != null) {
        LOG.atWarn().addKeyValue("requestId", request.getRequestId()).setCause(failure)
            .log("an allowance could not be given back; it ends by itself");
      }
    });
  }

  /** The broker did not take it. */
  private static final class NotSent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotSent(String why) {
      super(why, null, false, false);
    }
  }
}
