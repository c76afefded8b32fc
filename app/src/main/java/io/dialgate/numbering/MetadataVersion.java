package io.dialgate.numbering;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

import com.google.i18n.phonenumbers.PhoneNumberUtil;

/** Which release of libphonenumber runs. Its API does not say so; the properties that Maven puts into every jar do. */
final class MetadataVersion {

  private static final String POM = "/META-INF/maven/com.googlecode.libphonenumber/libphonenumber/pom.properties";
  private static final String UNKNOWN = "unknown";

  private MetadataVersion() {}

  static String read() {
    try (InputStream in = PhoneNumberUtil.class.getResourceAsStream(POM)) {
      if (in == null) {
        return UNKNOWN;
      }
      Properties pom = new Properties();
      pom.load(in);
      return pom.getProperty("version", UNKNOWN);
    } catch (IOException e) {
      throw new UncheckedIOException("expected to read " + POM + ", but got an error; check libphonenumber's jar", e);
    }
  }
}
