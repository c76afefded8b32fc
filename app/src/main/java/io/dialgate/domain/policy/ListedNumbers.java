package io.dialgate.domain.policy;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.Reason;

/**
 * Is the number on a list that binds this brand and campaign? A litigation hold binds everybody, whatever its scope.
 *
 * @param basis what the findings rest on, and what exempts from entries
 */
public record ListedNumbers(Basis basis) implements Rule {

  /** What the law says about entries. */
  public interface Basis {

    /** No law: every entry that binds blocks. */
    Basis NONE = new Basis() {
    };

    /** What a finding of this code rests on. */
    default String citation(FindingCode code, Case call) {
      return Citations.of(code);
    }

    /** What exempts the call from an entry; null: nothing does, and the entry blocks. */
    default @Nullable Finding exemption(ListEvent entry, Case call) {
      return null;
    }
  }

  /** Lists without a law. */
  public ListedNumbers() {
    this(Basis.NONE);
  }

  @Override
  public void examine(Case call, Consumer<Finding> found) {
    for (ListEvent entry : call.entries()) {
      if (binds(entry, call)) {
        report(entry, call, found);
      }
    }
  }

  @Override
  public void reexamine(Case call, Consumer<Finding> found) {
    examine(call, found);
  }

  private static boolean binds(ListEvent entry, Case call) {
    return entry.binds(call.now()) && entry.concerns(call.request().brand(), call.request().campaignId());
  }

  private void report(ListEvent entry, Case call, Consumer<Finding> found) {
    Finding exemption = basis.exemption(entry, call);
    if (exemption != null) {
      found.accept(exemption);
      return;
    }
    if (entry.entry().match() instanceof Match.Prefix(String prefix)) {
      found
          .accept(finding(FindingCode.PREFIX_BLOCK, entry, call,
              "numbers that begin with %s are blocked".formatted(prefix)));
      if (!outweighsAPrefix(entry.entry().reason())) {
        return;
      }
    }
    found.accept(finding(code(entry.entry().reason()), entry, call, observed(entry)));
  }

  /** These reasons raise alerts or weigh more in court than a block of numbers, and are told beside it. */
  private static boolean outweighsAPrefix(Reason reason) {
    return reason == Reason.LITIGATION_HOLD || reason == Reason.KNOWN_LITIGATOR;
  }

  private Finding finding(FindingCode code, ListEvent entry, Case call, String observed) {
    return new Finding(code, basis.citation(code, call), observed, entry.entry().list(), entry.expiresAt());
  }

  /** Put together piece by piece: every suppressed request pays for it, and a format string costs ten times as much. */
  public static String observed(ListEvent entry) {
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
