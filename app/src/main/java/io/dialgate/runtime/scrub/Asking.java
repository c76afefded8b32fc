package io.dialgate.runtime.scrub;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.dialgate.lists.contact.NumberIndex;
import io.dialgate.runtime.client.Questions;
import io.dialgate.runtime.registry.Stages;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialRequest;

/** Asks about each number of a list that has no answer yet, and writes down the answers. */
final class Asking implements Questions {

  /** How often the answers are forced to the disk: what came since is heard again after a crash. */
  private static final Duration NOTE_EVERY = Duration.ofSeconds(2);

  private final Job job;
  private final ScrubTerms terms;
  private final NumberIndex numbers;
  private final Answers answers;
  private final Journal journal;
  private final Stages stages;
  private final String prefix;
  private int next;
  private long noted;

  Asking(Job job, ScrubTerms terms, NumberIndex numbers, Answers answers, Journal journal, Stages stages) {
    this.job = job;
    this.terms = terms;
    this.numbers = numbers;
    this.answers = answers;
    this.journal = journal;
    this.stages = stages;
    this.prefix = job.id() + "-";
  }

  @Override
  public @Nullable DialRequest next() {
    while (next < numbers.size() && answers.has(next)) {
      next++;
    }
    if (next == numbers.size()) {
      return null;
    }
    int place = next++;
    return terms.request(Answers.requestId(job.id(), place), "+" + numbers.at(place));
  }

  @Override
  public boolean hear(DialDecision decision) {
    int place = place(decision.getRequestId());
    if (place < 0) {
      return false;
    }
    Outcome what = Outcome.of(decision);
    long decidedAt = micros(decision.getDecidedAt());
    Instant retry = decision.getRetryAt();
    long retryAt = retry == null ? Answers.NEVER : micros(retry);
    if (!answers.put(place, what, decidedAt, retryAt)) {
      return false;
    }
    journal.add(place, what, decidedAt, retryAt);
    return place < next;
  }

  @Override
  public void heardUpTo(Map<Integer, Long> offsets) {
    stages.at(answers.count());
    long now = System.nanoTime();
    if (noted == 0 || now - noted > NOTE_EVERY.toNanos()) {
      noted = now;
      // The answers first: whoever goes on must not begin behind what was not written down.
      journal.force();
      job.offsets(offsets);
    }
  }

  /** The place of the number that a request is about; -1 if it is none of ours. */
  private int place(String requestId) {
    String place = requestId.startsWith(prefix) ? requestId.substring(prefix.length()) : "";
    return place.matches("\\d{1,8}") && Integer.parseInt(place) < numbers.size() ? Integer.parseInt(place) : -1;
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
