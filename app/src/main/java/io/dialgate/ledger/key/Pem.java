package io.dialgate.ledger.key;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The textual form of a PKCS#8 private key (RFC 7468, section 10). */
final class Pem {

  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";
  private static final int LINE = 64;
  private static final Pattern FILE = Pattern.compile("(?s).*?" + BEGIN + "([A-Za-z0-9+/=\\s]+)" + END + ".*");

  private Pem() {}

  static String write(byte[] pkcs8) {
    return BEGIN + '\n' + Base64.getMimeEncoder(LINE, "\n".getBytes(US_ASCII)).encodeToString(pkcs8) + '\n' + END
        + '\n';
  }

  /**
   * Reads the one key of a file.
   *
   * @throws IllegalArgumentException if there is none in this form
   */
  static byte[] read(String pem) {
    Matcher file = FILE.matcher(pem);
    if (!file.matches()) {
      throw new IllegalArgumentException("expected a line \"" + BEGIN
          + "\", base64 and a line \"" + END + "\", but got something else; convert the key with \"openssl pkcs8 -topk8"
          + " -nocrypt\"");
    }
    return Base64.getMimeDecoder().decode(file.group(1));
  }
}
