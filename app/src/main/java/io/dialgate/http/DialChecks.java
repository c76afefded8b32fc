package io.dialgate.http;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialRequest;

/** Asks the gate whether numbers may be called. */
public interface DialChecks {

  /** What came of it. */
  sealed interface Answer {

    /** The decisions, in the order of the requests. */
    record Decided(List<DialDecision> decisions) implements Answer {}

    /** Not all came in time: the decisions in the order of the requests, null where none came. */
    record Late(List<@Nullable DialDecision> decisions) implements Answer {}

    /** A request under this id was another question. */
    record AnotherQuestion(int index) implements Answer {}

    /** It was answered too late for whoever asked first, so that its allowance was closed again. */
    record GivenBack(int index) implements Answer {}

    /** It was not asked, or nobody knows whether it was: why. */
    record NotAsked(String why) implements Answer {}
  }

  /** What begins the id of a request that can be repeated. */
  String REPEATABLE = "idem-";

  /** Whether a request can be repeated. */
  static boolean isRepeatable(String requestId) {
    return requestId.startsWith(REPEATABLE);
  }

  /**
   * Asks, and waits.
   *
   * @param requests with ids of their own
   * @param repeatable whether their ids are those of earlier requests, if these are repeated
   * @param until an instant at which the caller waits no more
   */
  Answer check(List<DialRequest> requests, boolean repeatable, Instant until);
}
