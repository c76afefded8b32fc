package io.dialgate.wire.record;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * The lengths that a record's texts may have. They bound what a decision can grow to, and with it an audit entry, which can
 * never be larger than 65,535 bytes (C2SP tlog-tiles).
 */
final class Fields {

  /** Bytes of an id that a producer chooses: a request's, an event's, a campaign's. */
  static final int MAX_ID_BYTES = 128;

  /** Bytes of a scope: the longest campaign, behind {@code campaign:}. */
  static final int MAX_SCOPE_BYTES = "campaign:".length() + MAX_ID_BYTES;

  /** Bytes of any other text: a list, a source, a platform. */
  static final int MAX_TEXT_BYTES = 64;

  /** Bytes of a word that tells one kind of call from another: every attempt of a number tells three of them. */
  static final int MAX_WORD_BYTES = 32;

  /** Bytes of a number as it came. No notation of a number is longer. */
  static final int MAX_PHONE_BYTES = 128;

  /** What one UTF-16 unit can take in UTF-8; most texts are short enough that nothing has to be counted. */
  private static final int MAX_BYTES_A_CHAR = 3;

  private Fields() {}

  /** An id, which must neither be empty nor too long. */
  static String id(String field, String value) {
    if (value.isEmpty()) {
      throw new RefusedRecord(RejectionCode.BAD_FIELD,
          "expected %s to name the record, but it is empty; give each record an id of its own".formatted(field));
    }
    return bounded(field, value, MAX_ID_BYTES);
  }

  /** A text that takes part in what is decided, and must not be cut. */
  static String text(String field, String value) {
    return bounded(field, value, MAX_TEXT_BYTES);
  }

  /** Like {@link #text}, for a campaign, whose name may be as long as an id. */
  static String longText(String field, String value) {
    return bounded(field, value, MAX_ID_BYTES);
  }

  /** A scope, which names a brand or a campaign behind a word. */
  static @Nullable String scope(@Nullable String value) {
    return value == null ? null : bounded("scope", value, MAX_SCOPE_BYTES);
  }

  /** Like {@link #text}, for one that may be absent. */
  static @Nullable String optionalText(String field, @Nullable String value) {
    return value == null ? null : text(field, value);
  }

  /** Like {@link #optionalText}, for a word of which there are few: the kind of call, how it is dialled, its channel. */
  static @Nullable String optionalWord(String field, @Nullable String value) {
    return value == null ? null : bounded(field, value, MAX_WORD_BYTES);
  }

  /** A text that is told but decides nothing: cut, rather than that an opt-out be lost for it. */
  static String clipped(String value) {
    return clip(value, MAX_TEXT_BYTES);
  }

  /** Like {@link #clipped}, for one that may be as long as an id. */
  static String longClipped(String value) {
    return clip(value, MAX_ID_BYTES);
  }

  /** Like {@link #clipped}, for one that may be absent. */
  static @Nullable String optionalClipped(@Nullable String value) {
    return value == null ? null : clipped(value);
  }

  /** A number as it came; what is cut off a longer one could not have made it a number. */
  static String phone(String value) {
    return clip(value, MAX_PHONE_BYTES);
  }

  private static String bounded(String field, String value, int max) {
    if (value.length() * MAX_BYTES_A_CHAR > max && bytes(value) > max) {
      throw new RefusedRecord(RejectionCode.BAD_FIELD,
          "expected %s of at most %d bytes, but got %d; shorten it".formatted(field, max, bytes(value)));
    }
    return value;
  }

  private static String clip(String value, int max) {
    if (value.length() * MAX_BYTES_A_CHAR <= max || bytes(value) <= max) {
      return value;
    }
    String cut = value.substring(0, Math.min(value.length(), max));
    while (bytes(cut) > max) {
      cut = cut.substring(0, cut.length() - 1);
    }
    return Character.isHighSurrogate(cut.charAt(cut.length() - 1)) ? cut.substring(0, cut.length() - 1) : cut;
  }

  private static int bytes(String value) {
    return value.getBytes(StandardCharsets.UTF_8).length;
  }
}
