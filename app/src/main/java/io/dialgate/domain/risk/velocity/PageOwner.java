package io.dialgate.domain.risk.velocity;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Whose page it is, for whoever walks over all pages.
 *
 * @param customer the customer
 * @param plan the mark of the plan under which it counts
 */
public record PageOwner(String customer, long plan) {

  /** The owner of a page, if it is the one page that every customer has under a plan; nothing, if it is another. */
  public static Optional<PageOwner> ofHead(byte[] key) {
    int length = 0;
    int at = 0;
    for (int shift = 0;; shift += 7) {
      byte group = key[at++];
      length |= (group & 0x7F) << shift;
      if (group >= 0) {
        break;
      }
    }
    int plan = at + length;
    return key[plan + Long.BYTES] == PageKeys.HEAD
        ? Optional.of(new PageOwner(new String(key, at, length, StandardCharsets.UTF_8),
            PageReader.fixed(key, plan, Long.BYTES)))
        : Optional.empty();
  }
}
