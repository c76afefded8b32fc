package io.dialgate.topology.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What people agreed to, operators ordered and diallers did, for the oracle: everything is kept, and all of it looked at, under
 * one of two policies that differ in nothing that recalls.
 */
final class Society {

  private static final Duration WINDOW = Duration.ofHours(24);
  private static final int CAP = 2;

  final Set<Deed.Agree> agreed = new LinkedHashSet<>();
  final Set<Deed.Order> orders = new LinkedHashSet<>();
  final List<Dialled> dialled = new ArrayList<>();
  boolean strict;

  /** An attempt. */
  record Dialled(String phone, String id, Instant at) {}

  /** What takes an allowance back. */
  List<String> bars(Deed.Ask ask, Instant now) {
    var codes = new ArrayList<String>();
    if (isAmerican(ask.phone())) {
      if (revokedAt(ask, now).isPresent()) {
        codes.add("CONSENT_REVOKED");
      }
      orders.stream().filter(order -> isInForce(order, now) && Set.of("US", "US-DC").contains(order.region()))
          .forEach(_ -> codes.add("STATE_OF_EMERGENCY"));
    }
    return codes;
  }

  /** What the law finds about a request. */
  List<String> finds(Deed.Ask ask, Instant lastRequest, Instant now) {
    if (!isAmerican(ask.phone())) {
      return List.of("UNKNOWN_JURISDICTION");
    }
    var codes = new ArrayList<>(bars(ask, now));
    if (strict && !isPermitted(ask, lastRequest, now)) {
      codes.add("NO_CONSENT");
    }
    if (!strict && attempts(ask.phone(), now) >= CAP) {
      codes.add("ATTEMPT_CAP");
    }
    return codes;
  }

  private long attempts(String phone, Instant now) {
    return dialled.stream().filter(one -> one.phone().equals(phone) && one.at().isAfter(now.minus(WINDOW))).count();
  }

  private boolean isPermitted(Deed.Ask ask, Instant lastRequest, Instant now) {
    Instant ended = revokedAt(ask, now).filter(at -> at.isAfter(lastRequest)).orElse(lastRequest);
    return isPermittedSince(ended, ask, now);
  }

  /** When consent was taken back, unless a permission has followed. */
  private Optional<Instant> revokedAt(Deed.Ask ask, Instant now) {
    return agreed.stream().filter(one -> !one.leave() && one.phone().equals(ask.phone())).map(Deed.Agree::at)
        .max(Comparator.naturalOrder()).filter(at -> !isPermittedSince(at, ask, now));
  }

  private boolean isPermittedSince(Instant ended, Deed.Ask ask, Instant now) {
    return agreed.stream().anyMatch(one -> one.leave() && one.phone().equals(ask.phone())
        && isFor(one.brand(), ask.brand()) && one.at().isAfter(ended) && !one.at().isAfter(now));
  }

  private boolean isInForce(Deed.Order order, Instant now) {
    return order.block() && !now.isBefore(order.from()) && (order.to() == null || now.isBefore(order.to()))
        && orders.stream().noneMatch(other -> !other.block() && other.region().equals(order.region())
            && other.at().isAfter(order.at()));
  }

  private static boolean isFor(@Nullable String brand, @Nullable String asked) {
    return brand == null || brand.equals(asked);
  }

  private static boolean isAmerican(String phone) {
    return Set.of("+12025550101", "+12025550102").contains(phone);
  }
}
