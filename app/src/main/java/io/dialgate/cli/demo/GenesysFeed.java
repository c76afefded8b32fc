package io.dialgate.cli.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dialgate.bridge.GenesysEvent;
import io.dialgate.bridge.GenesysOptOuts;
import io.dialgate.bridge.GenesysReader;
import io.dialgate.bridge.WrapUpCodes;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.wire.Topics;

/** Hands a sample of Genesys events to the gate, as the bridge would. */
final class GenesysFeed {

  private final GenesysReader reader = new GenesysReader();
  private final GenesysOptOuts meaning = new GenesysOptOuts(WrapUpCodes.BUILT_IN, Stage.REGION);
  private final List<String> optedOut = new ArrayList<>();
  private final List<String> malformed = new ArrayList<>();
  private int events;
  private int nameless;

  /**
   * Sends what the sample means, and returns when it is in force.
   *
   * @return the numbers of those who opted out
   */
  List<String> feed(Stage stage, String sample) {
    List<String> waitFor = new ArrayList<>();
    for (String line : Samples.lines(sample)) {
      events++;
      optOut(line, "%s line %d".formatted(sample, events), stage.clock().instant()).ifPresent(event -> {
        String key = GenesysOptOuts.key(event, stage.numbering());
        stage.out().send(Topics.OPT_OUT_DISPOSITIONS, key, event);
        if (event.getPhone().isEmpty()) {
          nameless++;
        } else {
          waitFor.add(event.getEventId());
          optedOut.add(key);
        }
      });
    }
    stage.seen().await(() -> stage.seen().receipts.keySet().containsAll(waitFor));
    tell(stage, sample);
    stage.expectations().check("in force: %s came back".formatted(Count.of(waitFor.size(), "receipt")), waitFor.size(),
        (int) waitFor.stream().filter(stage.seen().receipts::containsKey).count());
    return optedOut;
  }

  private Optional<OptOutDisposition> optOut(String line, String where, Instant arrived) {
    return switch (reader.read(line, where, arrived)) {
      case GenesysEvent.AfterCallWork work -> meaning.of(work);
      case GenesysEvent.Other _ -> Optional.empty();
      case GenesysEvent.Malformed(String message) -> {
        malformed.add(message);
        yield Optional.empty();
      }
    };
  }

  private void tell(Stage stage, String sample) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", sample);
    document.put("events", events);
    document.put("optOuts", optedOut);
    document.put("withoutNumber", nameless);
    document.put("malformed", malformed);
    int others = events - optedOut.size() - nameless - malformed.size();
    var words = new StringBuilder("   %s: %s%n".formatted(sample, Count.of(events, "event")));
    words.append("     %s: %s; %d that names no number; %d otherwise; %d that cannot be read".formatted(
        Count.of(optedOut.size(), "opt-out"), String.join(", ", optedOut), nameless, others, malformed.size()));
    malformed.forEach(message -> words.append("%n     left out: %s".formatted(message)));
    stage.narrator().tell(Map.of("loaded", document), words.toString());
  }
}
