package io.dialgate.lists;

import java.time.Instant;
import java.util.Optional;

import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.RegistryDelta;

/**
 * The lines of one file as {@code registry-deltas}. The same line of the same file is the same event, however often the file is
 * imported.
 *
 * @param digest of the file, by which its events are told from those of others
 * @param asOf the date of a full list, whose lines have none of their own
 */
public record FtcDeltas(String digest, Instant asOf) {

  /** The registry's name. */
  public static final String REGISTRY = "us-ftc";

  /** What the line changes; nothing, if it is malformed. */
  public Optional<RegistryDelta> of(FtcLine line) {
    return switch (line) {
      case FtcLine.Listed(int _, var number) -> Optional.of(delta(line, ListAction.ADD, number.e164(), asOf));
      case FtcLine.Changed(int _, var number, Change change, Instant at) ->
        Optional.of(delta(line, change == Change.ADDED ? ListAction.ADD : ListAction.REMOVE, number.e164(), at));
      case FtcLine.Malformed _ -> Optional.empty();
    };
  }

  private RegistryDelta delta(FtcLine line, ListAction action, String phone, Instant at) {
    return new RegistryDelta("%s:%s:%d".formatted(REGISTRY, digest, line.line()), REGISTRY, action, phone, at);
  }
}
