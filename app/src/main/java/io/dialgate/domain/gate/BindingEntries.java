package io.dialgate.domain.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.policy.DialRequest;

/** Which entries a case is made from: the number's own, and the prefixes and hashes that cover it. */
final class BindingEntries {

  /**
   * Entries of prefixes and hashes that one decision tells: they bound its size. Where there are more, those that are meant
   * for the call stand first, so that what is left out could not have changed the verdict.
   */
  static final int MAX_WIDE_TOLD = 16;

  private BindingEntries() {}

  static List<ListEvent> of(PhoneNumber number, DialRequest request, NumberState state, Surroundings around,
      Instant now) {
    List<ListEvent> covering = bounded(around.covering(number, now), request);
    if (state.entries().isEmpty()) {
      return covering;
    }
    var binding = new ArrayList<>(state.entries().binding(now));
    binding.addAll(covering);
    return binding;
  }

  private static List<ListEvent> bounded(List<ListEvent> covering, DialRequest request) {
    if (covering.size() <= MAX_WIDE_TOLD) {
      return covering;
    }
    return covering.stream().sorted(Comparator.comparingInt(event -> rank(event, request))).limit(MAX_WIDE_TOLD)
        .toList();
  }

  /** Holds before all: they raise alerts. Then whatever else suppresses the call. */
  private static int rank(ListEvent event, DialRequest request) {
    if (event.entry().reason() == Reason.LITIGATION_HOLD) {
      return 0;
    }
    return event.concerns(request.brand(), request.campaignId()) ? 1 : 2;
  }
}
