package io.dialgate.bridge;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.phone.PhoneNumber;

/** One event of Genesys Cloud, as Amazon EventBridge delivers it. */
public sealed interface GenesysEvent {

  /**
   * An agent has finished the work after a call, and said how it ended.
   *
   * @param id names the event
   * @param wrapUpCodes what the agent chose: a code's name, its id, or both
   * @param customer the number of the other party, as it came: who was called, or who called; empty if the event does not tell
   * @param userId the agent; null if no person was one
   * @param conversationId in which it was said; null if the event does not tell
   * @param at when
   */
  record AfterCallWork(String id, List<String> wrapUpCodes, String customer, @Nullable String userId,
      @Nullable String conversationId, Instant at) implements GenesysEvent {

    /** Keeps its own copy. */
    public AfterCallWork {
      wrapUpCodes = List.copyOf(wrapUpCodes);
    }

    @Override
    public String toString() {
      return "AfterCallWork[%s, %s, %s]".formatted(id, wrapUpCodes, PhoneNumber.mask(customer));
    }
  }

  /** An event of another topic, which says nothing about opt-outs. */
  record Other(String topicName) implements GenesysEvent {}

  /** Nothing that could be read; the sentence says where it was found. */
  record Malformed(String message) implements GenesysEvent {}
}
