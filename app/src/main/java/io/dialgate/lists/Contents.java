package io.dialgate.lists;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.dialgate.lists.layout.Kind;

/**
 * What a set of files says as a whole.
 *
 * @param kind what they are
 * @param digest SHA-256 of the file; of several: of their digests in hex, a line each, in order
 * @param texts each file, in the order of what it tells
 */
public record Contents(Kind kind, String digest, List<Text> texts) {

  /** Keeps its own copy. */
  public Contents {
    texts = List.copyOf(texts);
  }

  /**
   * What one file says.
   *
   * @param path where it is
   * @param digest SHA-256 of its bytes
   * @param kind what it is
   * @param lines how many name a number
   * @param unanswered how many say that the registry does not know
   * @param malformed how many are none
   * @param first the earliest change or answer in it; empty for a full list
   * @param last the latest
   */
  public record Text(Path path, String digest, Kind kind, long lines, long unanswered, long malformed,
      Optional<Instant> first, Optional<Instant> last) {}

  /** Lines that name a number. */
  public long lines() {
    return texts.stream().mapToLong(Text::lines).sum();
  }

  /** Lines that are none. */
  public long malformed() {
    return texts.stream().mapToLong(Text::malformed).sum();
  }

  /** Numbers about which the registry knows nothing. */
  public long unanswered() {
    return texts.stream().mapToLong(Text::unanswered).sum();
  }

  /** The earliest change in them. */
  public Optional<Instant> first() {
    return texts.stream().flatMap(text -> text.first().stream()).min(Instant::compareTo);
  }

  /** The latest change in them. */
  public Optional<Instant> last() {
    return texts.stream().flatMap(text -> text.last().stream()).max(Instant::compareTo);
  }
}
