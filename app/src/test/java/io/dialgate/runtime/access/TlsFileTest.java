package io.dialgate.runtime.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.dialgate.http.Served;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.settings.ApiSettings;

/** Keystores as keytool makes them, and the same as PEM, in front of a client that verifies. */
class TlsFileTest {

  private static final String PASSWORD = "changeit";

  @TempDir
  static Path folder;

  private static Path keystore = Path.of("");

  @BeforeAll
  static void makeKey() throws Exception {
    keystore = folder.resolve("api.p12");
    Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair", "-alias", "api", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=ip:127.0.0.1",
        "-validity", "2", "-storetype", "PKCS12", "-keystore", keystore.toString(), "-storepass", PASSWORD)
        .redirectErrorStream(true).redirectOutput(folder.resolve("keytool.log").toFile()).start();
    assertThat(keytool.waitFor()).as(Files.readString(folder.resolve("keytool.log"))).isZero();
  }

  @Test
  void shouldServeOverTlsWithKeystore() throws Exception {
    assertThat(answerOverTls(keystore, PASSWORD)).isEqualTo(200);
  }

  @Test
  void shouldServeOverTlsWithPem() throws Exception {
    // given
    Path pem = Files.write(folder.resolve("api.pem"),
        List.of(block("PRIVATE KEY", keys().getKey("api", PASSWORD.toCharArray()).getEncoded()),
            block("CERTIFICATE", keys().getCertificate("api").getEncoded())));

    // then
    assertThat(answerOverTls(pem, "")).isEqualTo(200);
  }

  @Test
  void shouldNotBeBelievedByWhoDoesNotKnowTheCertificate() throws Exception {
    try (var api = Served.overTls(TlsFile.read(new ApiSettings.Tls(keystore, PASSWORD)));
        var client = HttpClient.newHttpClient()) {
      assertThat(api.url().getScheme()).isEqualTo("https");
      assertThatThrownBy(() -> client.send(request(api.url()), BodyHandlers.ofString()))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void shouldSayWhatIsWrongWithAFile() throws Exception {
    // given
    Path words = Files.writeString(folder.resolve("words.txt"), "no key at all");
    Path keyOnly = Files.writeString(folder.resolve("key.pem"),
        block("PRIVATE KEY", keys().getKey("api", PASSWORD.toCharArray()).getEncoded()));

    // then
    assertRefused(words, PASSWORD, "words.txt");
    assertRefused(keystore, "another", "http.tls.password");
    assertRefused(keyOnly, "", "it has no certificate");
    assertRefused(folder.resolve("missing.p12"), PASSWORD, "missing.p12");
  }

  private static void assertRefused(Path file, String password, String told) {
    assertThatThrownBy(() -> TlsFile.read(new ApiSettings.Tls(file, password))).isInstanceOf(Refused.class)
        .hasMessageContaining("expected http.tls.file to be").hasMessageContaining(told)
        .hasMessageNotContaining(PASSWORD);
  }

  private static int answerOverTls(Path file, String password) throws Exception {
    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("api", keys().getCertificate("api"));
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    try (var api = Served.overTls(TlsFile.read(new ApiSettings.Tls(file, password)));
        var client = HttpClient.newBuilder().sslContext(context).build()) {
      HttpResponse<String> answer = client.send(request(api.url()), BodyHandlers.ofString());
      return answer.statusCode();
    }
  }

  private static HttpRequest request(URI api) {
    return HttpRequest.newBuilder(api.resolve("/health/live")).build();
  }

  private static KeyStore keys() throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keystore)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  private static String block(String kind, byte[] bytes) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----".formatted(kind,
        Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(bytes));
  }
}
