package io.dialgate.domain.hash;

import org.jspecify.annotations.Nullable;

/** How long texts are in UTF-8, without writing them. */
public final class Utf8 {

  private Utf8() {}

  /** Bytes of the text; 0 if there is none. */
  public static int bytes(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes++;
      } else if (c < 0x800 || Character.isSurrogate(c)) {
        // A surrogate is half of a character of four bytes.
        bytes += 2;
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }
}
