package io.dialgate.topology.story;

import io.dialgate.schemas.DialOutcome;
import io.dialgate.schemas.Outcome;
import io.dialgate.wire.Topics;

/** A dialler, which asks before it calls. */
public record Dialler(GateStory story, String platform) {

  /** Begins a question; {@link Ask#forCampaign} sends it. */
  public Ask asks(String number) {
    return new Ask(story, platform, number);
  }

  /** Tells what became of a call. */
  public void finishes(String requestId, String number, Outcome outcome) {
    story.send(Topics.DIAL_OUTCOMES, number, new DialOutcome(requestId, number, "US", outcome, story.now()));
  }
}
