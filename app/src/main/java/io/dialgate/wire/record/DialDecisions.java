package io.dialgate.wire.record;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.gate.Decision;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.place.Whereabouts;
import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.Limits;
import io.dialgate.schemas.DecisionFacts;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.EarlierRequest;
import io.dialgate.schemas.Finding;
import io.dialgate.schemas.Rekeyed;
import io.dialgate.schemas.SiteTerms;
import io.dialgate.schemas.Verdict;

/** {@code dial-decisions}. */
public final class DialDecisions {

  /** The number of a request whose number could not be normalised. */
  private static final String NO_NUMBER = "";

  private DialDecisions() {}

  /** The decision as the world sees it, of a gate that is set to these limits. */
  public static DialDecision toRecord(Decision decision, Limits limits) {
    Case facts = decision.facts();
    PhoneNumber number = number(facts.reading());
    var record = new DialDecision();
    record.setRequestId(facts.request().id());
    record.setNumber(number == null ? NO_NUMBER : number.e164());
    record.setVerdict(verdict(decision));
    record.setFindings(decision.findings().stream().map(DialDecisions::finding).toList());
    record.setPolicy(decision.policy());
    record.setFacts(facts(facts, number == null ? NO_NUMBER : number.e164(), limits));
    record.setDecidedAt(facts.now());
    record.setValidUntil(decision.validUntil());
    record.setRetryAt(decision.retryAt());
    record.setPlatform(facts.request().caller().platform());
    record.setCampaignId(facts.request().campaignId());
    return record;
  }

  /** The number that was read, valid or only possible; null if there was none. */
  public static @Nullable PhoneNumber number(Reading reading) {
    return switch (reading) {
      case Reading.Valid(PhoneNumber number) -> number;
      case Reading.Possible(PhoneNumber number, var _) -> number;
      case Reading.Unusable _ -> null;
    };
  }

  /** What the gate was set to when it decided; null: a version wrote it that did not tell. */
  public static @Nullable Limits limits(DialDecision record) {
    SiteTerms terms = record.getFacts().getTerms();
    return terms == null
        ? null
        : new Limits(Duration.ofMillis(terms.getAllowanceValidityMillis()),
            Duration.ofMillis(terms.getRequestMaxAgeMillis()));
  }

  /** What the decision was made from: the same case under the policy that it names gives the same decision. */
  public static Case toCase(DialDecision record) {
    DecisionFacts facts = record.getFacts();
    var rekeyed = facts.getRekeyed();
    var earlier = facts.getEarlier();
    return new Case(DialRequests.request(facts.getRequest()), reading(record),
        facts.getPlace() == null ? Whereabouts.UNKNOWN : DecisionFactRecords.toWhereabouts(facts.getPlace()),
        facts.getEntries().stream().map(DncEntries::toEvent).toList(),
        facts.getConsents().stream().map(DecisionFactRecords::toConsent).toList(),
        new Case.History(earlier == null ? null : earlier.getDecidedAt(), facts.getOpenAllowances(),
            facts.getAttempts().stream().map(DecisionFactRecords::toAttempt).toList()),
        DecisionFactRecords.circumstances(facts),
        rekeyed == null ? null : new Case.Rekeyed(rekeyed.getTopic(), rekeyed.getPartition(), rekeyed.getOffset()),
        record.getDecidedAt());
  }

  private static Reading reading(DialDecision record) {
    String why = record.getFacts().getUnusable();
    if (record.getNumber().isEmpty()) {
      return new Reading.Unusable(Objects.toString(why, ""));
    }
    var number = new PhoneNumber(record.getNumber());
    return why == null ? new Reading.Valid(number) : new Reading.Possible(number, why);
  }

  private static Verdict verdict(Decision decision) {
    return switch (decision.verdict()) {
      case ALLOW -> Verdict.ALLOW;
      case SUPPRESS -> Verdict.SUPPRESS;
      case RECALL -> Verdict.RECALL;
    };
  }

  private static Finding finding(io.dialgate.domain.policy.Finding finding) {
    return new Finding(finding.code().name(), finding.citation(), finding.observed(), finding.listId(),
        finding.until());
  }

  private static DecisionFacts facts(Case facts, String number, Limits limits) {
    var record = new DecisionFacts();
    record.setRequest(DialRequests.toRecord(facts.request()));
    record.setEntries(facts.entries().stream().map(event -> DncEntries.toRecord(number, event)).toList());
    record.setUnusable(unusable(facts.reading()));
    record.setOpenAllowances(facts.history().openAllowances());
    if (facts.rekeyed() instanceof Case.Rekeyed(String topic, int partition, long offset)) {
      record.setRekeyed(new Rekeyed(topic, partition, offset));
    }
    if (facts.history().earlier() != null) {
      record.setEarlier(new EarlierRequest(facts.history().earlier()));
    }
    if (!facts.where().equals(Whereabouts.UNKNOWN)) {
      record.setPlace(DecisionFactRecords.toRecord(facts.where(), facts.now()));
    }
    record.setConsents(facts.consents().stream().map(DecisionFactRecords::toRecord).toList());
    record.setAttempts(facts.history().attempts().stream().map(DecisionFactRecords::toRecord).toList());
    record.setRegistries(DecisionFactRecords.registries(facts.circumstances()));
    record.setBlocks(DecisionFactRecords.blocks(facts.circumstances()));
    record.setTerms(new SiteTerms(limits.allowance().toMillis(), limits.requestMaxAge().toMillis()));
    return record;
  }

  private static @Nullable String unusable(Reading reading) {
    return switch (reading) {
      case Reading.Valid _ -> null;
      case Reading.Possible(var _, String why) -> why;
      case Reading.Unusable(String why) -> why;
    };
  }
}
