package io.dialgate.domain.policy.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.policy.law.LawBook.Trust;
import io.dialgate.domain.policy.law.Measure.Hours.Span;
import io.dialgate.domain.policy.law.Provision.Citation;
import io.dialgate.domain.policy.law.Provision.Confidence;
import io.dialgate.domain.policy.law.Provision.Term;

/** Books of a few rows, named r0, r1 and so on, of the United States. */
final class SmallBooks {

  private SmallBooks() {}

  static LawBook of(Trust trust, Provision... rows) {
    return new LawBook("small", "sha256:" + "0".repeat(64), List.of(rows), Map.of(), trust, Set.of("solicitation"),
        Set.of("predictive"), Set.of("voice"));
  }

  static LawBook of(Measure... measures) {
    return of(Trust.ADDS, IntStream.range(0, measures.length)
        .mapToObj(i -> row("r" + i, "US", Term.ALWAYS, Scope.ALL, measures[i])).toArray(Provision[]::new));
  }

  static Provision row(String id, String region, Term term, Scope scope, Measure measure) {
    return new Provision(id, region, scope, term, new Citation("law " + id, "test", Confidence.HIGH), measure);
  }

  static Term term(@Nullable String from, @Nullable String to) {
    return new Term(from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
  }

  /** The same hours every day. */
  static Measure.Hours hours(int from, int to) {
    return new Measure.Hours(new Week(Arrays.stream(DayOfWeek.values())
        .collect(Collectors.toMap(Function.identity(), _ -> List.of(new Span(from * 3600, to * 3600))))), null,
        List.of(),
        List.of());
  }
}
