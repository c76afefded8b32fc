package io.dialgate.runtime.scrub;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.dialgate.domain.policy.FindingCode;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.Finding;
import io.dialgate.schemas.Verdict;

/**
 * What was decided about a number, apart from when. There are few different ones, whatever the length of the list.
 *
 * @param allowed whether the verdict is ALLOW
 * @param codes that block, each once, in the order of their names, joined by a bar
 * @param policy under which it was decided
 */
record Outcome(boolean allowed, String codes, String policy) {

  /** What stands in the way today, and not when the list is dialled: it rejects no row. */
  static final Set<String> PASSING = Set.of(FindingCode.OUTSIDE_CALLING_HOURS.name(), FindingCode.HOLIDAY.name(),
      FindingCode.ATTEMPT_CAP.name());

  private static final Map<String, FindingCode> KNOWN = Stream.of(FindingCode.values())
      .collect(Collectors.toMap(FindingCode::name, Function.identity()));

  static Outcome of(DialDecision decision) {
    String codes = decision.getFindings().stream().map(Finding::getCode).filter(Outcome::blocks).distinct().sorted()
        .collect(Collectors.joining("|"));
    return new Outcome(decision.getVerdict() == Verdict.ALLOW, codes, decision.getPolicy());
  }

  /** Why rows of the number are rejected, joined by a bar; empty if they are not. A verdict without a reason is one too. */
  String reasons() {
    if (allowed) {
      return "";
    }
    return codes.isEmpty() ? "SUPPRESSED" : without(PASSING);
  }

  /** What passes with time, and is counted only. */
  List<String> passing() {
    return allowed ? List.of() : all().filter(PASSING::contains).toList();
  }

  private String without(Set<String> some) {
    return all().filter(code -> !some.contains(code)).collect(Collectors.joining("|"));
  }

  private Stream<String> all() {
    return Stream.of(codes.split("\\|", -1)).filter(code -> !code.isEmpty());
  }

  /** A code that we do not know yet blocks: so the contract has it. */
  private static boolean blocks(String code) {
    FindingCode known = KNOWN.get(code);
    return known == null || known.blocks();
  }
}
