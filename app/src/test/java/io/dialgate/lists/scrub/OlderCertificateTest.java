package io.dialgate.lists.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.wire.record.EntryEnvelope;

/** A certificate is evidence for years: those that were issued stay proven by every later version. */
class OlderCertificateTest {

  /** Of a gate whose schemas were those of version 3: the entry's action is a LOOKUP. */
  @Test
  void shouldProveCertificateWhoseEntryWasALookup() throws Exception {
    // given
    Certificate certificate = Certificate.parse(Files.readAllBytes(file("certificate.json")));
    VerifierKey key = VerifierKey.parse(Files.readString(file("log.vkey")).strip());

    // when
    SignedCheckpoint signed = CertificateCheck.check(certificate, file("list.csv"), file("clean.csv"),
        file("rejected.csv"), key);

    // then
    byte[] action = EntryEnvelope.read(certificate.entry()).orElseThrow().event();
    assertThat(new String(action, StandardCharsets.ISO_8859_1)).contains("\bwhat\nscrub");
    assertThat(signed.head().size()).isEqualTo(1);
  }

  private static Path file(String name) throws URISyntaxException {
    String resource = "release-3/" + name;
    return Path
        .of(Objects.requireNonNull(OlderCertificateTest.class.getResource(resource), resource).toURI());
  }
}
