package io.dialgate.runtime.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.dialgate.schemas.DialRequest;

/**
 * Requests whose asker waits no more. An ALLOW that still comes for one is given back, so that it neither stays open nor counts
 * as an attempt. Safe for several threads.
 */
final class Abandoned {

  /** Requests that are remembered; of more, the oldest allowances end by themselves. */
  static final int MAX_REMEMBERED = 100_000;

  /** How long after its last instant a decision may still come: a broker's or a task's absence. */
  private static final Duration COMES_WITHIN = Duration.ofMinutes(10);

  private final Map<String, Waited> requests = new LinkedHashMap<>();
  private final InstantSource clock;

  /** A request, and under which key it was sent. */
  record Waited(DialRequest request, String key, Instant forgetAt, boolean given) {}

  Abandoned(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void add(DialRequest request, String key) {
    Instant now = clock.instant();
    var oldest = requests.entrySet().iterator();
    while (oldest.hasNext()) {
      boolean over = oldest.next().getValue().forgetAt().isBefore(now);
      if (!over && requests.size() < MAX_REMEMBERED) {
        break;
      }
      oldest.remove();
    }
    requests.put(request.getRequestId(), new Waited(request, key, now.plus(COMES_WITHIN), false));
  }

  /** Finds a request that is to be given back, once: from then on it is. */
  synchronized Optional<Waited> take(String id) {
    Waited found = requests.get(id);
    if (found == null || found.given()) {
      return Optional.empty();
    }
    requests.put(id, new Waited(found.request(), found.key(), found.forgetAt(), true));
    return Optional.of(found);
  }

  synchronized boolean has(String id) {
    return requests.containsKey(id);
  }
}
