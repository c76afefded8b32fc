package io.dialgate.domain.policy;

import java.util.function.Consumer;

import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.Reason;

/** Is the number on a list that binds this brand and campaign? A litigation hold binds everybody, whatever its scope. */
public final class ListedNumbers implements Rule {

  @Override
  public void examine(Case call, Consumer<Finding> found) {
    for (ListEvent entry : call.entries()) {
      if (binds(entry, call)) {
        report(entry, found);
      }
    }
  }

  @Override
  public boolean recalls() {
    return true;
  }

  private static boolean binds(ListEvent entry, Case call) {
    return entry.binds(call.now()) && entry.concerns(call.request().brand(), call.request().campaignId());
  }

  private static void report(ListEvent entry, Consumer<Finding> found) {
    if (entry.entry().match() instanceof Match.Prefix(String prefix)) {
      found
          .accept(finding(FindingCode.PREFIX_BLOCK, entry, "numbers that begin with %s are blocked".formatted(prefix)));
      if (!outweighsAPrefix(entry.entry().reason())) {
        return;
      }
    }
    found.accept(finding(code(entry.entry().reason()), entry, observed(entry)));
  }

  /** These reasons raise alerts or weigh more in court than a block of numbers, and are told beside it. */
  private static boolean outweighsAPrefix(Reason reason) {
    return reason == Reason.LITIGATION_HOLD || reason == Reason.KNOWN_LITIGATOR;
  }

  private static Finding finding(FindingCode code, ListEvent entry, String observed) {
    return new Finding(code, Citations.of(code), observed, entry.entry().list(), entry.expiresAt());
  }

  /** Put together piece by piece: every suppressed request pays for it, and a format string costs ten times as much. */
  private static String observed(ListEvent entry) {
    String observed = "on list " + entry.entry().list() + " since " + entry.occurredAt()
        + (entry.entry().match() instanceof Match.Hash ? " under its hash" : "") + ", by "
        + entry.provenance().source() + ", scope " + entry.entry().scope().text();
    return entry.expiresAt() == null ? observed : observed + ", until " + entry.expiresAt();
  }

  private static FindingCode code(Reason reason) {
    return switch (reason) {
      case CUSTOMER_REQUEST -> FindingCode.CUSTOMER_REQUEST;
      case NATIONAL_DNC -> FindingCode.NATIONAL_DNC;
      case STATE_DNC -> FindingCode.STATE_DNC;
      case INTERNAL_POLICY -> FindingCode.INTERNAL_POLICY;
      case LITIGATION_HOLD -> FindingCode.LITIGATION_HOLD;
      case KNOWN_LITIGATOR -> FindingCode.KNOWN_LITIGATOR;
      case REASSIGNED_NUMBER -> FindingCode.REASSIGNED_NUMBER;
      case PLATFORM_LIST -> FindingCode.PLATFORM_LIST;
    };
  }
}
