package io.dialgate.numbering;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.domain.phone.PhoneNumber;

/**
 * Reads numbers by libphonenumber: national and international notation, {@code 00} and {@code 011}, extensions (dropped),
 * {@code tel:} and {@code sip:} URIs, vanity letters, digits of any script.
 *
 * <p>Three roads, the fastest first, all with the answer of the last: a number of calling code 1 in E.164 is looked up by
 * its area code and exchange; any other E.164 text is remembered for a while; the rest is parsed. Text in E.164 never
 * depends on the region.
 *
 * <p>Safe for use by several threads. Nothing that is passed in makes it throw.
 */
public final class LibPhoneNumbering implements Numbering {

  /** The longest text that is read, in UTF-16 units: what libphonenumber itself takes. Longer text is refused unread. */
  public static final int MAX_TEXT = 250;

  private final NumberParser parser = new NumberParser();
  private final NanpExchanges nanp = new NanpExchanges(parser);
  private final Recent<Reading> recent = new Recent<>();

  @Override
  public Reading read(String text, String region) {
    long national = NanpExchanges.nationalNumber(text);
    if (national >= 0) {
      return nanp.read(text, national);
    }
    if (text.length() > MAX_TEXT) {
      return new Reading.Unusable("expected at most %d characters, but got %d; send the number only".formatted(MAX_TEXT,
          text.length()));
    }
    return PhoneNumber.isE164(text) ? readE164(text) : parser.read(text, Regions.normalise(region));
  }

  /** The release of libphonenumber, and so of its metadata, that readings come from; for example {@code 9.0.43}. */
  public String metadataVersion() {
    return MetadataVersion.read();
  }

  private Reading readE164(String text) {
    Reading known = recent.find(text);
    if (known != null) {
      return known;
    }
    Reading reading = parser.read(text, Regions.NONE);
    recent.remember(text, reading);
    return reading;
  }
}
