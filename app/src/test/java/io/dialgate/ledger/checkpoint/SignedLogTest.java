package io.dialgate.ledger.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.domain.audit.verify.EntryCheck;
import io.dialgate.domain.audit.verify.LogCheck;
import io.dialgate.domain.audit.verify.LogVerifier;
import io.dialgate.ledger.key.SigningKey;
import io.dialgate.ledger.tile.TileFolder;
import io.dialgate.ledger.topic.StoredEntry;
import io.dialgate.wire.record.EntryEnvelope;

/** When a head is signed, and above all when not. */
class SignedLogTest {

  private static final String ORIGIN = "dialgate.test/audit/0";
  private static final SigningKey KEY = SigningKey.generate();

  @TempDir
  private Path temp;

  @Test
  void shouldSignEmptyLogOnceSoThatItCanBeFound() throws Exception {
    try (SignedLog log = open("log")) {
      // when
      Optional<SignedCheckpoint> first = signAndAnnounce(log);

      // then
      assertThat(first).get().extracting(it -> it.head().size()).isEqualTo(0L);
      assertThat(log.sign()).isEmpty();
    }
  }

  @Test
  void shouldSignEachNewHeadOnceAndLeaveWholeLogBehind() throws Exception {
    // given
    List<TreeHead> heads;
    try (SignedLog log = open("log")) {
      append(log, 0, 300, "as it was");
      TreeHead first = signAndAnnounce(log).orElseThrow().head();
      append(log, 300, 1_000, "as it was");

      // when
      TreeHead second = signAndAnnounce(log).orElseThrow().head();

      // then
      assertThat(log.sign()).isEmpty();
      heads = List.of(first, second);
    }
    assertThat(heads).extracting(TreeHead::size).containsExactly(300L, 1_000L);
    assertThat(new LogVerifier(KEY.verifierKey(ORIGIN), heads, EntryCheck.NONE)
        .verify(new TileFolder(temp.resolve("log")))).isInstanceOf(LogCheck.Whole.class);
  }

  @Test
  void shouldSignAgainWhatWasSignedAndNeverAnnounced() throws Exception {
    // given
    SignedCheckpoint lost;
    try (SignedLog log = open("log")) {
      append(log, 0, 10, "as it was");
      lost = log.sign().orElseThrow();
    }

    // when
    try (SignedLog log = open("log")) {
      log.remember(lost.note().bytes());
      append(log, log.size(), 10, "as it was");

      // then
      assertThat(log.sign().orElseThrow().head()).isEqualTo(lost.head());
    }
  }

  @Test
  void shouldSignNothingAfterRestoringOldBackupUntilLogHasGrownPastWhatWasSigned() throws Exception {
    // given
    SignedCheckpoint newest = signedSinceBackup();

    // when
    try (SignedLog restored = open("backup")) {
      restored.remember(newest.note().bytes());
      append(restored, 100, 599, "as it was");

      // then
      assertThat(restored.sign()).isEmpty();
      append(restored, 599, 601, "as it was");
      assertThat(restored.sign()).get().extracting(it -> it.head().size()).isEqualTo(601L);
    }
  }

  @Test
  void shouldNeverSignSecondHistoryAfterRestoringOldBackup() throws Exception {
    // given
    SignedCheckpoint newest = signedSinceBackup();

    // when
    try (SignedLog restored = open("backup")) {
      restored.remember(newest.note().bytes());
      append(restored, 100, 700, "as somebody wants it to have been");

      // then
      assertThatExceptionOfType(NotProven.class).isThrownBy(restored::sign);
      assertThatExceptionOfType(NotProven.class).as("and not at the next attempt").isThrownBy(restored::sign);
    }
  }

  @Test
  void shouldRefuseHeadOfSameSizeWithAnotherRoot() throws Exception {
    // given
    SignedCheckpoint other;
    try (SignedLog log = open("other")) {
      append(log, 0, 50, "as somebody wants it to have been");
      other = signAndAnnounce(log).orElseThrow();
    }
    try (SignedLog log = open("log")) {
      append(log, 0, 50, "as it was");
      signAndAnnounce(log);

      // when / then
      assertThatExceptionOfType(NotProven.class).isThrownBy(() -> log.remember(other.note().bytes()));
    }
  }

  @Test
  void shouldRefuseSmallerHeadThatIsNoPartOfLog() throws Exception {
    // given
    SignedCheckpoint other;
    try (SignedLog log = open("other")) {
      append(log, 0, 20, "as somebody wants it to have been");
      other = signAndAnnounce(log).orElseThrow();
    }
    try (SignedLog log = open("log")) {
      append(log, 0, 50, "as it was");

      // when / then
      assertThatExceptionOfType(NotProven.class).isThrownBy(() -> log.remember(other.note().bytes()));
    }
  }

  @Test
  void shouldRefuseHeadThatAnotherKeySigned() throws Exception {
    // given
    SigningKey stranger = SigningKey.generate();
    byte[] note;
    try (SignedLog log = SignedLog.open(temp.resolve("other"), ORIGIN, stranger)) {
      note = log.sign().orElseThrow().note().bytes();
    }
    try (SignedLog log = open("log")) {

      // when / then
      assertThatExceptionOfType(NotProven.class).isThrownBy(() -> log.remember(note))
          .withMessageContaining("signature of " + KEY.verifierKey(ORIGIN));
    }
  }

  @Test
  void shouldRefuseEntryThatIsNotTheNext() throws Exception {
    try (SignedLog log = open("log")) {
      // given
      append(log, 0, 3, "as it was");

      // when / then
      assertThatExceptionOfType(NotProven.class).isThrownBy(() -> log.append(entry(4, ORIGIN, "")))
          .withMessageContaining("expected index 3, but got index 4");
      assertThatExceptionOfType(NotProven.class).isThrownBy(() -> log.append(entry(2, ORIGIN, "")));
      assertThat(log.size()).isEqualTo(3);
    }
  }

  @Test
  void shouldRefuseEntryOfAnotherLog() throws Exception {
    try (SignedLog log = open("log")) {
      // when / then
      assertThatExceptionOfType(NotProven.class).isThrownBy(() -> log.append(entry(0, "dialgate.test/audit/1", "")))
          .withMessageContaining("an entry of log " + ORIGIN);
    }
  }

  @Test
  void shouldRefuseTopicWhoseLastKnownEntryIsAnotherOrGone() throws Exception {
    try (SignedLog log = open("log")) {
      // given
      append(log, 0, 300, "as it was");

      // when / then
      log.requireLast(Optional.of(entry(299, ORIGIN, "as it was")));
      assertThatExceptionOfType(NotProven.class)
          .isThrownBy(() -> log.requireLast(Optional.of(entry(299, ORIGIN, "as somebody wants it to have been"))));
      assertThatExceptionOfType(NotProven.class).isThrownBy(() -> log.requireLast(Optional.empty()))
          .withMessageContaining("a topic that ends before");
    }
  }

  /** A log of 600 entries, of which a backup has 100; and what was signed at last. */
  private SignedCheckpoint signedSinceBackup() throws Exception {
    try (SignedLog log = open("log")) {
      append(log, 0, 100, "as it was");
      signAndAnnounce(log);
    }
    copy(temp.resolve("log"), temp.resolve("backup"));
    try (SignedLog log = open("log")) {
      append(log, 100, 600, "as it was");
      return signAndAnnounce(log).orElseThrow();
    }
  }

  private SignedLog open(String folder) throws IOException, NotProven {
    return SignedLog.open(temp.resolve(folder), ORIGIN, KEY);
  }

  private static Optional<SignedCheckpoint> signAndAnnounce(SignedLog log) throws IOException, NotProven {
    Optional<SignedCheckpoint> signed = log.sign();
    if (signed.isPresent()) {
      log.announce(signed.get());
    }
    return signed;
  }

  private static void append(SignedLog log, long from, long to, String what) throws IOException, NotProven {
    for (long index = from; index < to; index++) {
      log.append(entry(index, ORIGIN, what));
    }
  }

  private static StoredEntry entry(long index, String log, String what) {
    byte[] event = (what + index).getBytes(StandardCharsets.UTF_8);
    var content = new EntryEnvelope(index, log, Instant.EPOCH, "dial-decisions", "", 0, index, event);
    return new StoredEntry(2 * index, content, event);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
