package io.dialgate.topology.story;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.dialgate.schemas.DialPurpose;
import io.dialgate.schemas.DialRequest;
import io.dialgate.wire.Topics;

/** A dialler's question, until it is sent. */
public final class Ask {

  private final GateStory story;
  private final DialRequest request;
  private String key;

  Ask(GateStory story, String platform, String number) {
    this.story = story;
    this.key = number;
    this.request = DialRequest.newBuilder().setRequestId(story.newName("request")).setPhone(number)
        .setPlatform(platform)
        .setCampaignId("").setPurpose(DialPurpose.DIAL).setRequestedAt(story.now()).build();
  }

  public Ask named(String requestId) {
    request.setRequestId(requestId);
    return this;
  }

  public Ask forBrand(@Nullable String brand) {
    request.setBrand(brand);
    return this;
  }

  public Ask to(DialPurpose purpose) {
    request.setPurpose(purpose);
    return this;
  }

  /** Under another key than the number: what a producer does that does not know better. */
  public Ask underKey(String other) {
    key = other;
    return this;
  }

  public Ask within(Duration time) {
    return dialBy(story.now().plus(time));
  }

  public Ask dialBy(@Nullable Instant last) {
    request.setDialBy(last);
    return this;
  }

  /** By the dialler's own clock. */
  public Ask at(Instant requestedAt) {
    request.setRequestedAt(requestedAt);
    return this;
  }

  /** Sends it; the answer is there when this returns. Gives the request's id. */
  public String forCampaign(String campaign) {
    request.setCampaignId(campaign);
    story.send(Topics.DIAL_REQUESTS, key, request);
    return request.getRequestId();
  }
}
