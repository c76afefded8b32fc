package io.dialgate.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DncEntry;

/** Looks numbers up. */
public interface Lookups {

  /** What stands for a number. */
  sealed interface Standing {

    /**
     * Its entries.
     *
     * @param entries its own, and those of prefixes and hashes that cover it
     * @param fresh how fresh they are
     */
    record Found(List<DncEntry> entries, Freshness fresh) implements Standing {}

    /** Another instance has them. */
    record Elsewhere(String hostAndPort) implements Standing {}

    /** Nobody can tell at this moment: why. */
    record Unavailable(String why) implements Standing {}
  }

  /**
   * How fresh an answer is.
   *
   * @param asOf when it was read
   * @param partition the number's
   * @param positions of each input the offset of the last record that the table was changed by
   * @param lag records of that partition that wait to be processed; null: not known yet
   */
  record Freshness(Instant asOf, int partition, Map<String, Long> positions, @Nullable Long lag) {}

  /** What another instance answered. */
  record Forwarded(int status, String contentType, String body) {}

  /**
   * Earlier decisions about a number.
   *
   * @param decisions newest first
   * @param complete whether all there are were looked through
   * @param since the instant from which on all were looked through; null: nothing was
   */
  record Past(List<DialDecision> decisions, boolean complete, @Nullable Instant since) {}

  /** What stands for a number, if this instance has it. */
  Standing standing(PhoneNumber number);

  /**
   * Asks another instance with the caller's own key, and says that it must not ask a third one.
   *
   * @param authorization the caller's header; null: it has none
   * @return empty if it does not answer
   */
  Optional<Forwarded> forward(String hostAndPort, PhoneNumber number, @Nullable String authorization);

  /**
   * Earlier decisions about a number.
   *
   * @return empty if they cannot be read now
   */
  Optional<Past> decisions(PhoneNumber number, int limit);

  /**
   * Which hashes are those of listed numbers.
   *
   * @param hashes SHA-256 of the E.164 form, 64 lower-case hex digits each
   * @return empty if no index is kept, or it is not whole yet
   */
  Optional<List<Boolean>> matches(List<String> hashes);
}
