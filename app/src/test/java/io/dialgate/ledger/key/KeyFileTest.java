package io.dialgate.ledger.key;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.audit.note.SignedNote;
import io.dialgate.domain.audit.note.VerifierKey;

class KeyFileTest {

  private static final String NAME = "dialgate.local/audit/0";

  /** RFC 8410, section 10.3, and the public key of section 10.1 that belongs to it. */
  private static final String PUBLISHED = """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      -----END PRIVATE KEY-----
      """;
  private static final String PUBLIC = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";

  @TempDir
  private Path folder;

  @Test
  void shouldMakeAKeyOnFirstUseThatOnlyItsOwnerCanRead() throws Exception {
    // given
    Path file = folder.resolve("keys/audit.pem");

    // when
    SigningKey first = new KeyFile(file).readOrCreate();
    SigningKey second = new KeyFile(file).readOrCreate();

    // then
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    assertThat(Files.readString(file)).startsWith("-----BEGIN PRIVATE KEY-----\n")
        .endsWith("\n-----END PRIVATE KEY-----\n");
    assertThat(second.verifierKey(NAME)).isEqualTo(first.verifierKey(NAME));
    assertThat(files()).containsExactly("audit.pem");
    SignedNote note = second.sign(NAME, "text\n");
    SignedNote.parse(note.bytes()).verify(List.of(first.verifierKey(NAME)));
  }

  @Test
  void shouldGiveAllWhoComeAtOnceTheSameKey() throws Exception {
    // given
    Path file = folder.resolve("keys/audit.pem");
    int many = 8;
    CountDownLatch ready = new CountDownLatch(many);
    List<VerifierKey> keys = new ArrayList<>();

    // when
    try (var threads = Executors.newFixedThreadPool(many)) {
      List<Future<VerifierKey>> results = Stream.generate(() -> threads.submit(() -> {
        ready.countDown();
        ready.await();
        return new KeyFile(file).readOrCreate().verifierKey(NAME);
      })).limit(many).toList();
      for (Future<VerifierKey> result : results) {
        keys.add(result.get());
      }
    }

    // then
    assertThat(keys).hasSize(many).containsOnly(keys.getFirst());
    assertThat(files()).containsExactly("audit.pem");
  }

  @Test
  void shouldReadAKeyThatAnotherToolMade() throws Exception {
    // given
    Path file = write("bag attributes: none\n" + PUBLISHED, "rw-r-----");

    // when
    SigningKey key = new KeyFile(file).read();

    // then
    assertThat(key.verifierKey("k")).isEqualTo(VerifierKey.of("k", raw(PUBLIC)));
    assertThat(Pem.write(key.pkcs8())).isEqualTo(PUBLISHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw----r--", "rw-----w-", "rw--w----", "rw-rw-rw-"})
  void shouldRefuseAKeyThatStrangersCanReadOrWrite(String permissions) throws Exception {
    // given
    Path file = write(PUBLISHED, permissions);

    // when, then
    assertThatIllegalArgumentException().isThrownBy(() -> new KeyFile(file).read())
        .withMessageContaining("but got " + permissions).withMessageContaining("run chmod 600");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no key", "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
      "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
      "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
      "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n"})
  void shouldNameTheFileThatHoldsNoKey(String content) throws Exception {
    // given
    Path file = write(content, "rw-------");

    // when, then
    assertThatIllegalArgumentException().isThrownBy(() -> new KeyFile(file).readOrCreate())
        .withMessageContaining(file.toString()).withMessageContaining("expected ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC", "X25519", "Ed448"})
  void shouldRefuseAKeyOfAnotherKind(String algorithm) throws Exception {
    // given
    byte[] pkcs8 = KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate().getEncoded();
    Path file = write(Pem.write(pkcs8), "rw-------");

    // when, then
    assertThatIllegalArgumentException().isThrownBy(() -> new KeyFile(file).read())
        .withMessageContaining("expected an Ed25519 private key");
  }

  @Test
  void shouldSayThatThereIsNoKeyWhereOneIsOnlyRead() {
    assertThatThrownBy(() -> new KeyFile(folder.resolve("none.pem")).read()).isInstanceOf(NoSuchFileException.class);
  }

  private static byte[] raw(String spki) {
    byte[] bytes = Base64.getDecoder().decode(spki);
    return Arrays.copyOfRange(bytes, bytes.length - VerifierKey.KEY_BYTES, bytes.length);
  }

  private Path write(String content, String permissions) throws IOException {
    Path file = Files.writeString(folder.resolve("key.pem"), content, US_ASCII);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
