package io.dialgate.domain.dnc;

import java.util.regex.Pattern;

import io.dialgate.domain.phone.PhoneNumber;

/** Which numbers an entry covers. */
public sealed interface Match {

  /** The one number under which the entry stands. */
  record Exact() implements Match {}

  /** A match that can cover numbers of every partition, and therefore has to be known to all of them. */
  sealed interface Wide extends Match {

    /** Its text, which is also its key: a plus sign begins a prefix, a hex digit a hash. */
    String text();

    /** Whether it covers the number. */
    boolean covers(PhoneNumber number);
  }

  /** Every number whose E.164 form begins with the text. */
  record Prefix(String text) implements Wide {

    private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{0,13}");

    /** Checks the form: a plus sign and 1 to 14 digits, the first not 0. */
    public Prefix {
      if (!FORM.matcher(text).matches()) {
        throw new IllegalArgumentException(
            "expected a prefix of E.164 (a plus sign and 1 to 14 digits, such as +1900), but got '%s'; correct it"
                .formatted(PhoneNumber.mask(text)));
      }
    }

    @Override
    public boolean covers(PhoneNumber number) {
      return number.e164().startsWith(text);
    }
  }

  /** The number whose E.164 form has this SHA-256, as 64 lower-case hex digits. */
  record Hash(String text) implements Wide {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** Checks the form. */
    public Hash {
      if (!FORM.matcher(text).matches()) {
        throw new IllegalArgumentException(
            "expected a SHA-256 as 64 lower-case hex digits, but got %d characters; hash the E.164 form, plus included"
                .formatted(text.length()));
      }
    }

    @Override
    public boolean covers(PhoneNumber number) {
      return text.equals(NumberHash.of(number));
    }
  }
}
