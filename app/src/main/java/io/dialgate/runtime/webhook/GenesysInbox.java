package io.dialgate.runtime.webhook;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import io.dialgate.bridge.GenesysEvent;
import io.dialgate.bridge.GenesysOptOuts;
import io.dialgate.bridge.GenesysReader;
import io.dialgate.domain.access.Caller;
import io.dialgate.domain.phone.Numbering;
import io.dialgate.http.Inbox;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.wire.Topics;

/**
 * Takes Genesys Cloud's events, as Amazon EventBridge posts them to an API destination. The envelope's id is the event's, so that one
 * that is delivered twice counts once.
 *
 * @param topics where opt-outs go
 * @param optOuts what a wrap-up means
 * @param numbering finds the key of a number
 * @param clock tells when an event arrived that does not tell its own time
 */
public record GenesysInbox(WebhookTopics topics, GenesysOptOuts optOuts, Numbering numbering,
    InstantSource clock) implements Inbox {

  private static final GenesysReader READER = new GenesysReader();

  @Override
  public Taking take(String body, Caller caller) {
    return switch (READER.read(body, "the body", clock.instant().truncatedTo(ChronoUnit.MICROS))) {
      case GenesysEvent.Malformed(String message) -> new Taking.Malformed(message + "; correct the rule that sends it");
      case GenesysEvent.Other(String topic) -> new Taking.Taken(Map.of("optOuts", 0, "because",
          "events of the topic %s say nothing about opt-outs".formatted(topic)));
      case GenesysEvent.AfterCallWork work -> optOuts.of(work).map(this::put).orElseGet(() -> new Taking.Taken(
          Map.of("optOuts", 0, "because", "no code of the wrap-up %s is an opt-out".formatted(work.wrapUpCodes()))));
    };
  }

  private Taking put(OptOutDisposition optOut) {
    return topics.put(Topics.OPT_OUT_DISPOSITIONS, GenesysOptOuts.key(optOut, numbering), optOut)
        .<Taking>map(Taking.NotAcknowledged::new)
        .orElseGet(() -> new Taking.Taken(Map.of("optOuts", 1, "eventId", optOut.getEventId())));
  }
}
