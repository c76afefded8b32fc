package io.dialgate.numbering;

import java.util.Locale;
import java.util.Set;

import com.google.i18n.phonenumbers.PhoneNumberUtil;

/** The regions in which a national number can be read. */
final class Regions {

  /** No region at all, in libphonenumber's words: only international notation can be read. */
  static final String NONE = "ZZ";

  private static final int ALPHA_2 = 2;
  private static final Set<String> KNOWN = Set.copyOf(PhoneNumberUtil.getInstance().getSupportedRegions());

  private Regions() {}

  /** ISO 3166-1 alpha-2 in capitals, or {@link #NONE} for what is no region. UK, reserved but used by everybody, is GB. */
  static String normalise(String region) {
    String written = region.length() == ALPHA_2 ? region : region.strip();
    if (KNOWN.contains(written)) {
      return written;
    }
    String code = written.length() == ALPHA_2 ? written.toUpperCase(Locale.ROOT) : NONE;
    if (code.equals("UK")) {
      return "GB";
    }
    return KNOWN.contains(code) ? code : NONE;
  }
}
