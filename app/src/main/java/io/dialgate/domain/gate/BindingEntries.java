package io.dialgate.domain.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.hash.Utf8;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.policy.DialRequest;

/** Which entries a case is made from: the number's own, and the prefixes and hashes that cover it. */
final class BindingEntries {

  /**
   * Entries of prefixes and hashes that one decision tells: they bound its size. Where there are more, those that are meant
   * for the call stand first, so that what is left out could not have changed the verdict.
   */
  static final int MAX_WIDE_TOLD = 16;

  /**
   * Bytes of all entries that one decision tells: they too bound its size. The 48 that there can be fit, unless producers use
   * texts that are as long as may be; then it is with them as with those of prefixes and hashes.
   */
  static final int MAX_BYTES_TOLD = 12_000;

  /** Beside its texts: what it matches, two times, two symbols, and the lengths of all. */
  private static final int OVERHEAD_BYTES = 100;

  private BindingEntries() {}

  static List<ListEvent> of(PhoneNumber number, DialRequest request, NumberState state, Surroundings around,
      Instant now) {
    List<ListEvent> covering = bounded(around.covering(number, now), request);
    if (state.entries().isEmpty()) {
      return covering;
    }
    var binding = new ArrayList<>(state.entries().binding(now));
    binding.addAll(covering);
    return bytes(binding) <= MAX_BYTES_TOLD ? binding : cut(binding, request);
  }

  private static List<ListEvent> cut(List<ListEvent> binding, DialRequest request) {
    var told = new ArrayList<ListEvent>();
    int left = MAX_BYTES_TOLD;
    for (ListEvent event : ranked(binding, request)) {
      left -= bytes(event);
      if (left >= 0) {
        told.add(event);
      }
    }
    return told;
  }

  private static int bytes(List<ListEvent> events) {
    int bytes = 0;
    for (ListEvent event : events) {
      bytes += bytes(event);
    }
    return bytes;
  }

  private static int bytes(ListEvent event) {
    return OVERHEAD_BYTES + Utf8.bytes(event.entry().list()) + Utf8.bytes(event.entry().scope().text())
        + Utf8.bytes(event.provenance().source()) + Utf8.bytes(event.provenance().addedBy())
        + Utf8.bytes(event.provenance().conversationId());
  }

  private static List<ListEvent> bounded(List<ListEvent> covering, DialRequest request) {
    if (covering.size() <= MAX_WIDE_TOLD) {
      return covering;
    }
    return ranked(covering, request).subList(0, MAX_WIDE_TOLD);
  }

  private static List<ListEvent> ranked(List<ListEvent> events, DialRequest request) {
    return events.stream().sorted(Comparator.comparingInt(event -> rank(event, request))).toList();
  }

  /** Holds before all: they raise alerts. Then whatever else suppresses the call. */
  private static int rank(ListEvent event, DialRequest request) {
    if (event.entry().reason() == Reason.LITIGATION_HOLD) {
      return 0;
    }
    return event.concerns(request.brand(), request.campaignId()) ? 1 : 2;
  }
}
