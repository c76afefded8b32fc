package io.dialgate.runtime.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.dialgate.http.Tls;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.settings.ApiSettings;

/** Reads the API's private key and certificates: a PKCS#12 keystore, or PEM. */
public final class TlsFile {

  private static final int MAX_BYTES = 1 << 20;
  private static final Pattern KEY = Pattern
      .compile("(?s)-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final String[] ALGORITHMS = {"RSA", "EC", "Ed25519"};

  private TlsFile() {}

  /**
   * Reads it.
   *
   * @throws Refused if it is neither
   */
  public static Tls read(ApiSettings.Tls tls) {
    try {
      if (Files.size(tls.file()) > MAX_BYTES) {
        throw new IOException("it has more than %d bytes".formatted(MAX_BYTES));
      }
      byte[] bytes = Files.readAllBytes(tls.file());
      Matcher pem = KEY.matcher(new String(bytes, US_ASCII));
      return new Tls(pem.find() ? pem(pem, tls.password()) : keystore(bytes, tls.password()), tls.password());
    } catch (IOException | GeneralSecurityException e) {
      throw new Refused(("expected http.tls.file to be a PKCS#12 keystore, or PEM with a PKCS#8 private key and its"
          + " certificates, but got %s (%s); correct it or http.tls.password").formatted(tls.file(), e.getMessage()),
          e);
    }
  }

  private static KeyStore keystore(byte[] bytes, String password) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(new ByteArrayInputStream(bytes), password.toCharArray());
    return keys;
  }

  private static KeyStore pem(Matcher key, String password)
      throws IOException, GeneralSecurityException {
    byte[] pkcs8 = Base64.getMimeDecoder().decode(key.group(1));
    String certificates = key.replaceAll("");
    Certificate[] chain = CertificateFactory.getInstance("X.509")
        .generateCertificates(new ByteArrayInputStream(certificates.getBytes(US_ASCII)))
        .toArray(Certificate[]::new);
    if (chain.length == 0) {
      throw new GeneralSecurityException("it has no certificate");
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, null);
    keys.setKeyEntry("api", privateKey(pkcs8), password.toCharArray(), chain);
    return keys;
  }

  /** PKCS#8 names its algorithm inside, where only the right factory looks. */
  private static PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
    for (String algorithm : ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (GeneralSecurityException another) {
        // Of the next one, perhaps.
      }
    }
    throw new GeneralSecurityException("its private key is none of RSA, EC or Ed25519");
  }
}
