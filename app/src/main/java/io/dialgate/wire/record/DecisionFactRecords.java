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
import io.dialgate.schemas.CandidatePlaces;
import io.dialgate.schemas.ConsentHeld;
import io.dialgate.schemas.ConsentKind;
import io.dialgate.schemas.DecisionFacts;
import io.dialgate.schemas.DialAttempt;
import io.dialgate.schemas.PhonePlace;
import io.dialgate.schemas.RegistryHeld;
import io.dialgate.schemas.ZoneOffset;

/** The facts of a decision that are neither request nor entries, to records and back. */
final class DecisionFactRecords {

  private DecisionFactRecords() {}

  static PhonePlace toRecord(Whereabouts where, Instant now) {
    return new PhonePlace(where.country(), toRecord(where.byNumber(), now), toRecord(where.byContact(), now),
        io.dialgate.schemas.LineType.valueOf(where.line().name()), where.sources());
  }

  static Whereabouts toWhereabouts(PhonePlace record) {
    return new Whereabouts(record.getCountry(), candidates(record.getByNumber()), candidates(record.getByContact()),
        LineType.valueOf(record.getLine().name()), record.getSources());
  }

  static ConsentHeld toRecord(Consent consent) {
    return new ConsentHeld(consent.id(), ConsentKind.valueOf(consent.kind().name()), consent.brand(),
        consent.occurredAt(), consent.expiresAt(), consent.evidence());
  }

  static Consent toConsent(ConsentHeld record) {
    return new Consent(record.getConsentId(), Kind.valueOf(record.getKind().name()), record.getBrand(),
        record.getOccurredAt(), record.getExpiresAt(), record.getEvidence());
  }

  static DialAttempt toRecord(Attempt attempt) {
    return new DialAttempt(attempt.at(), attempt.subjectMark(), attempt.type(), attempt.mode(), attempt.channel());
  }

  static Attempt toAttempt(DialAttempt record) {
    return new Attempt(record.getAllowedAt(), record.getSubjectMark(), record.getCallType(), record.getDialMode(),
        record.getChannel());
  }

  static Circumstances circumstances(DecisionFacts record) {
    return new Circumstances(
        record.getRegistries().stream()
            .map(one -> new RegistryCopy(one.getRegistry(), one.getArea(), one.getAsOf())).toList(),
        record.getBlocks().stream().map(one -> new EmergencyBlock(one.getActionId(), one.getRegion(),
            one.getBlockedFrom(), one.getBlockedTo(), one.getBecause())).toList());
  }

  static List<RegistryHeld> registries(Circumstances circumstances) {
    return circumstances.registries().stream()
        .map(one -> new RegistryHeld(one.registry(), one.area(), one.asOf())).toList();
  }

  static List<io.dialgate.schemas.EmergencyBlock> blocks(Circumstances circumstances) {
    return circumstances.blocks().stream()
        .map(one -> new io.dialgate.schemas.EmergencyBlock(one.id(), one.region(), one.from(), one.to(), one.because()))
        .toList();
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
