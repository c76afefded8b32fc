package io.dialgate.cli.risk;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.dialgate.bridge.DataAction;
import io.dialgate.bridge.DataActionReader;
import io.dialgate.domain.risk.RiskAssessment;
import io.dialgate.domain.risk.RiskEvent;
import io.dialgate.domain.risk.RiskModel;
import io.dialgate.domain.risk.Scorer;
import io.dialgate.domain.risk.velocity.CustomerVelocities;
import io.dialgate.domain.risk.velocity.Placed;
import io.dialgate.domain.risk.velocity.VelocityLimits;

/** Scores lines one after the other, in memory. */
final class DryScoring {

  private final RiskModel model;
  private final @Nullable String tier;
  private final DataActionReader reader = new DataActionReader();
  private final CustomerVelocities velocities;
  private final Map<List<String>, Line> answered = new HashMap<>();
  private Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

  DryScoring(RiskModel model, @Nullable String tier) {
    this.model = model;
    this.tier = tier;
    this.velocities = CustomerVelocities.on(new InMemoryPages(), model.plan(), VelocityLimits.DEFAULT);
  }

  /** What became of a line. */
  sealed interface Line {

    record Scored(RiskAssessment assessment) implements Line {}

    /** It could be read, and lies at a time that is not scored. */
    record NotScored(String status, String transactionId, String why) implements Line {}

    record Bad(String why) implements Line {}
  }

  Line line(byte[] utf8, String where) {
    return switch (read(utf8, where)) {
      case DataAction.Malformed(String message) -> new Line.Bad(message);
      case DataAction.Transaction(String _, RiskEvent event, boolean _) -> {
        now = event.occurredAt();
        yield answered.computeIfAbsent(List.of(event.customerId(), event.transactionId()), _ -> score(event));
      }
    };
  }

  private DataAction read(byte[] utf8, String where) {
    try {
      return reader.read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString(), where, now);
    } catch (CharacterCodingException e) {
      return new DataAction.Malformed("expected UTF-8 text, but got bytes that are none in " + where);
    }
  }

  /** There is no broker, so that every event is taken to have arrived when it happened. */
  private Line score(RiskEvent event) {
    return switch (velocities.place(event, event.occurredAt())) {
      case Placed.Counted(var counted) -> new Line.Scored(Scorer.score(event, tier, counted, model));
      case Placed.TooLate(Instant earliest) -> new Line.NotScored("TOO_LATE", event.transactionId(),
          "expected an event from %s on, since a later one of this customer came before, but got %s; sort the file by time"
              .formatted(earliest, event.occurredAt()));
      case Placed.FromTheFuture(Instant latest) -> new Line.NotScored("FROM_THE_FUTURE", event.transactionId(),
          "expected an event up to %s, but got %s; correct its timestamp".formatted(latest, event.occurredAt()));
    };
  }
}
