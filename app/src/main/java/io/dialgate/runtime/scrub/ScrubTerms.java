package io.dialgate.runtime.scrub;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.hash.Sha256;
import io.dialgate.schemas.DialPurpose;
import io.dialgate.schemas.DialRequest;

/**
 * For whom a list is scrubbed: the same numbers may be called for one campaign and not for another.
 *
 * @param region where a number without a country code is read
 * @param campaign that will dial the list
 * @param brand that will call; null: none
 * @param callType of the calls; null: solicitation
 * @param platform that asks
 */
public record ScrubTerms(String region, String campaign, @Nullable String brand, @Nullable String callType,
    String platform) {

  /** Names a list under these terms: the same file on the same terms is the same question. */
  String basis(String sha256, int column) {
    return Sha256.hex(String.join("|", sha256, Integer.toString(column), region, campaign, String.valueOf(brand),
        String.valueOf(callType), platform));
  }

  DialRequest request(String id, String e164) {
    var request = new DialRequest();
    request.setRequestId(id);
    request.setPhone(e164);
    request.setRegion(region);
    request.setCampaignId(campaign);
    request.setBrand(brand);
    request.setCallType(callType);
    request.setPlatform(platform);
    request.setPurpose(DialPurpose.SCRUB);
    request.setRequestedAt(Instant.now().truncatedTo(ChronoUnit.MICROS));
    return request;
  }
}
