package io.dialgate.domain.policy.law;

import java.time.Instant;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.Citations;
import io.dialgate.domain.policy.Finding;
import io.dialgate.domain.policy.FindingCode;
import io.dialgate.domain.policy.ListedNumbers;
import io.dialgate.domain.policy.Rule;

/** All that a book says about a call: its lists, and every provision that applies. */
final class LawRule implements Rule {

  private static final HoursCheck HOURS = new HoursCheck();
  private static final HolidaysCheck HOLIDAYS = new HolidaysCheck();
  private static final CapCheck CAPS = new CapCheck();
  private static final RegistryCheck REGISTRIES = new RegistryCheck();

  private final Law law;
  private final boolean dry;

  /**
   * The rule of a book.
   *
   * @param dry whether lists and the age of registries are left out
   */
  LawRule(Law law, boolean dry) {
    this.law = law;
    this.dry = dry;
  }

  @Override
  public void examine(Case call, Consumer<Finding> found) {
    if (call.reading() instanceof Reading.Unusable) {
      return;
    }
    var situation = new Situation(law, call);
    lists(situation).examine(call, found);
    if (!law.knows(call.where().country())) {
      found.accept(unknownJurisdiction(call));
      return;
    }
    for (Provision provision : situation.applicable()) {
      examine(provision, situation, found);
    }
    EmergencyCheck.examine(situation, found);
    situation.lineInDoubt(provision -> found.accept(lineInDoubt(provision)));
  }

  @Override
  public void reexamine(Case call, Consumer<Finding> found) {
    var situation = new Situation(law, call);
    lists(situation).examine(call, found);
    for (Provision provision : situation.applicable()) {
      if (provision.measure() instanceof Measure.Revocation) {
        examine(provision, situation, found);
      }
    }
    EmergencyCheck.examine(situation, found);
  }

  @Override
  public Instant allowsUntil(Case call, Instant until) {
    var situation = new Situation(law, call);
    Instant earliest = until;
    for (Provision provision : situation.applicable()) {
      earliest = switch (provision.measure()) {
        case Measure.Hours hours -> HoursCheck.closes(hours, situation, earliest);
        case Measure.NoHolidays holidays -> HolidaysCheck.closes(holidays, situation, earliest);
        default -> earliest;
      };
    }
    return earliest;
  }

  /** What one provision finds. */
  void examine(Provision provision, Situation situation, Consumer<Finding> found) {
    switch (provision.measure()) {
      case Measure.Hours hours -> HOURS.examine(provision, hours, situation, found);
      case Measure.NoHolidays holidays -> HOLIDAYS.examine(provision, holidays, situation, found);
      case Measure.AttemptCap cap -> CAPS.examine(provision, cap, situation, found);
      case Measure.FreshRegistry registry -> {
        if (!dry) {
          REGISTRIES.examine(provision, registry, situation, found);
        }
      }
      case Measure.ConsentNeeded _ -> ConsentCheck.needed(provision, situation, found);
      case Measure.Revocation revocation -> ConsentCheck.revoked(provision, revocation, situation, found);
      case Measure.Protected(var numbers) -> {
        if (numbers.matcher(situation.number()).matches()) {
          found.accept(Finding.of(FindingCode.PROTECTED_NUMBER, provision.citation().text(),
              "a number that is never called (%s)".formatted(provision.id())));
        }
      }
      case Measure.Emergency _,Measure.Exemption _,Measure.Listed _ -> {
        // Looked at where there is a block, a consent or an entry.
      }
    }
  }

  private ListedNumbers lists(Situation situation) {
    return new ListedNumbers(new ListedNumbers.Basis() {

      @Override
      public String citation(FindingCode code, Case call) {
        return LawRule.citation(code, situation);
      }

      @Override
      public @Nullable Finding exemption(ListEvent entry, Case call) {
        Reason reason = entry.entry().reason();
        return call.consents().isEmpty() || (reason != Reason.NATIONAL_DNC && reason != Reason.STATE_DNC)
            ? null
            : Exemptions.from(reason, situation, ListedNumbers.observed(entry), entry.entry().list());
      }
    });
  }

  /** The provision about entries of this kind that is nearest to the person: a state's before its country's. */
  private static String citation(FindingCode code, Situation situation) {
    String citation = null;
    for (Provision provision : situation.applicable()) {
      if (provision.measure() instanceof Measure.Listed(Reason reason) && reason.name().equals(code.name())) {
        citation = provision.citation().text();
      }
    }
    return citation == null ? Citations.of(code) : citation;
  }

  private static Finding unknownJurisdiction(Case call) {
    String country = call.where().country();
    return Finding.of(FindingCode.UNKNOWN_JURISDICTION, Citations.of(FindingCode.UNKNOWN_JURISDICTION),
        country == null
            ? "the number belongs to no country whose law is known"
            : "the policy has no rules for " + country);
  }

  private static Finding lineInDoubt(Provision provision) {
    return Finding.of(FindingCode.LINE_TYPE_UNKNOWN, provision.citation().text(),
        "rule %s is about lines of some kinds, and the digits do not tell; it is %s".formatted(provision.id(),
            provision.scope().whenLineUnknown() == Scope.WhenLineUnknown.APPLIES ? "kept to" : "left out"));
  }
}
