package io.dialgate.lists.contact;

import java.util.List;

/**
 * One row.
 *
 * @param line on which it begins; the first is 1
 * @param bytes of it with its end, exactly
 * @param fields unquoted, a character a byte; empty if the row is broken
 * @param fault what is wrong with it; empty if nothing
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes that are handed on, never compared.
public record Row(long line, byte[] bytes, List<String> fields, String fault) {

  /** Whether it cannot be told which field is which. */
  public boolean isBroken() {
    return !fault.isEmpty();
  }
}
