package io.dialgate.domain.gate;

import java.time.Instant;
import java.util.List;

import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.place.Whereabouts;
import io.dialgate.domain.policy.Circumstances;
import io.dialgate.domain.policy.Policy;

/** What a task knows beside its numbers: the policy in force, and what holds for many numbers at once. */
public interface Surroundings {

  /** The policy in force. It changes between two records, never within one. */
  Policy policy();

  /** The prefix and hash entries that cover a number, and bind at that moment. */
  List<ListEvent> covering(PhoneNumber number, Instant at);

  /** The copies of registries and the emergency blocks that can concern a number in these places. */
  Circumstances circumstances(PhoneNumber number, Whereabouts where, Instant at);
}
