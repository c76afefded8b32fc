package io.dialgate.wire.record;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import io.dialgate.domain.consent.Consent;
import io.dialgate.domain.consent.Consent.Kind;
import io.dialgate.domain.place.Candidates;
import io.dialgate.domain.place.LineType;
import io.dialgate.domain.place.Whereabouts;
import io.dialgate.domain.policy.Attempt;
import io.dialgate.domain.policy.Circumstances;
import io.dialgate.domain.policy.Circumstances.EmergencyBlock;
import io.dialgate.domain.policy.Circumstances.RegistryCopy;
import io.dialgate.schemas.AttemptFact;
import io.dialgate.schemas.BlockFact;
import io.dialgate.schemas.CandidatePlaces;
import io.dialgate.schemas.ConsentFact;
import io.dialgate.schemas.ConsentKind;
import io.dialgate.schemas.DecisionFacts;
import io.dialgate.schemas.PhonePlace;
import io.dialgate.schemas.RegistryFact;
import io.dialgate.schemas.ZoneOffset;

/** The facts of a decision that are neither request nor entries, to records and back. */
final class DecisionFactRecords {

  private DecisionFactRecords() {}

  static PhonePlace toRecord(Whereabouts where, Instant now) {
    return new PhonePlace(where.country(), toRecord(where.byNumber(), now), toRecord(where.byContact(), now),
        where.line().name(), where.sources());
  }

  static Whereabouts toWhereabouts(PhonePlace record) {
    return new Whereabouts(record.getCountry(), candidates(record.getByNumber()), candidates(record.getByContact()),
        LineType.valueOf(record.getLineType()), record.getSources());
  }

  static ConsentFact toRecord(Consent consent) {
    return new ConsentFact(consent.id(), ConsentKind.valueOf(consent.kind().name()), consent.brand(),
        consent.occurredAt(), consent.expiresAt(), consent.evidence());
  }

  static Consent toConsent(ConsentFact record) {
    return new Consent(record.getConsentId(), Kind.valueOf(record.getKind().name()), record.getBrand(),
        record.getOccurredAt(), record.getExpiresAt(), record.getEvidence());
  }

  static AttemptFact toRecord(Attempt attempt) {
    return new AttemptFact(attempt.at(), attempt.subjectMark(), attempt.type(), attempt.mode(), attempt.channel());
  }

  static Attempt toAttempt(AttemptFact record) {
    return new Attempt(record.getAt(), record.getSubjectMark(), record.getCallType(), record.getDialMode(),
        record.getChannel());
  }

  static Circumstances circumstances(DecisionFacts record) {
    return new Circumstances(
        record.getRegistries().stream()
            .map(one -> new RegistryCopy(one.getRegistry(), one.getArea(), one.getAsOf())).toList(),
        record.getBlocks().stream().map(one -> new EmergencyBlock(one.getBlockId(), one.getRegion(), one.getFrom(),
            one.getTo(), one.getBecause())).toList());
  }

  static List<RegistryFact> registries(Circumstances circumstances) {
    return circumstances.registries().stream()
        .map(one -> new RegistryFact(one.registry(), one.area(), one.asOf())).toList();
  }

  static List<BlockFact> blocks(Circumstances circumstances) {
    return circumstances.blocks().stream()
        .map(one -> new BlockFact(one.id(), one.region(), one.from(), one.to(), one.because())).toList();
  }

  private static CandidatePlaces toRecord(Candidates candidates, Instant now) {
    return new CandidatePlaces(candidates.regions(),
        candidates.zones().stream()
            .map(zone -> new ZoneOffset(zone.getId(), zone.getRules().getOffset(now).getTotalSeconds())).toList());
  }

  private static Candidates candidates(CandidatePlaces record) {
    return new Candidates(record.getRegions(),
        record.getZones().stream().map(one -> ZoneId.of(one.getZone())).toList());
  }
}
