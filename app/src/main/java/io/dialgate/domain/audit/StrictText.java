package io.dialgate.domain.audit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Numbers, bytes and texts as the log's formats write them. Each value has exactly one spelling, so that what was read and
 * written again has the same bytes: no leading zeros, no missing padding, no stray bits, no repaired UTF-8.
 */
public final class StrictText {

  private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,19}");

  private StrictText() {}

  /**
   * Reads an unsigned 64-bit number.
   *
   * @param where it stands, for the error
   */
  public static long decimal(String text, String where) throws NotProven {
    if (DECIMAL.matcher(text).matches()) {
      try {
        return Long.parseUnsignedLong(text);
      } catch (NumberFormatException tooLarge) {
        // Told below, as every other text that is no such number.
      }
    }
    throw new NotProven(where, "a decimal number below 2^64 without leading zeros", quoted(text));
  }

  /** Reads standard base64 (RFC 4648, section 4), padded. */
  public static byte[] base64(String text, String where) throws NotProven {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (base64(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Told below, together with text that decodes but is not how its bytes are written.
    }
    throw new NotProven(where, "padded standard base64", quoted(text));
  }

  /** Writes standard base64. */
  public static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Reads UTF-8. */
  public static String utf8(byte[] bytes, String where) throws NotProven {
    try {
      return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new NotProven(where, "UTF-8", "bytes that are none");
    }
  }

  /** A text from outside, short enough for an error. */
  public static String quoted(String text) {
    int most = 80;
    return '"' + (text.length() > most ? text.substring(0, most) + "..." : text).replace("\n", "\\n") + '"';
  }
}
