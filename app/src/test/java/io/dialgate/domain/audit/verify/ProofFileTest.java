package io.dialgate.domain.audit.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHash;
import io.dialgate.domain.audit.note.TestKey;
import io.dialgate.domain.audit.tile.MemoryTiles;

class ProofFileTest {

  private static final int SIZE = 600;

  private final TestKey key = new TestKey("dialgate.local/audit/0");
  private final List<byte[]> entries = Logs.entries("log", SIZE);
  private final MemoryTiles tiles = Logs.signed(entries, key);

  @Test
  void shouldProveEveryEntryOffline() throws Exception {
    // given
    Prover prover = Prover.open(tiles, key.verifier);

    for (int index = 0; index < SIZE; index++) {
      // when
      Prover.ProvenEntry proven = prover.prove(index);
      byte[] file = proven.file().bytes();

      // then
      ProofFile read = ProofFile.parse(file);
      assertThat(read).isEqualTo(proven.file());
      assertThat(read.bytes()).isEqualTo(file);
      assertThat(proven.entry()).isEqualTo(entries.get(index));
      assertThat(read.check(entries.get(index), key.verifier).head()).isEqualTo(Logs.head(entries));
    }
  }

  @Test
  void shouldBeWrittenAsTheSpecificationSays() throws Exception {
    // given
    List<byte[]> two = Logs.entries("log", 2);
    MemoryTiles small = Logs.signed(two, key);
    String sibling = Logs.head(two.subList(0, 1)).root().base64();
    String checkpoint = new String(small.checkpoint().orElseThrow(), UTF_8);

    // when
    String file = new String(Prover.open(small, key.verifier).prove(1).file().bytes(), UTF_8);

    // then
    assertThat(file).isEqualTo("c2sp.org/tlog-proof@v1\nindex 1\n" + sibling + "\n\n" + checkpoint);
  }

  @Test
  void shouldProveTheOnlyEntryWithoutHashesAndKeepExtraData() throws Exception {
    // given
    List<byte[]> one = Logs.entries("log", 1);
    String checkpoint = new String(key.checkpoint(Logs.head(one)), UTF_8);
    String text = "c2sp.org/tlog-proof@v1\nextra AAECAw==\nindex 0\n\n" + checkpoint;

    // when
    ProofFile file = ProofFile.parse(text.getBytes(UTF_8));

    // then
    assertThat(file).isEqualTo(new ProofFile(Optional.of("AAECAw=="), 0, List.of(), checkpoint));
    assertThat(file.bytes()).isEqualTo(text.getBytes(UTF_8));
    assertThat(file.check(one.getFirst(), key.verifier).head().size()).isEqualTo(1);
  }

  @Test
  void shouldFindEveryFlippedBit() throws Exception {
    // given
    byte[] file = Prover.open(tiles, key.verifier).prove(300).file().bytes();

    for (int bit = 0; bit < file.length * 8; bit++) {
      // when
      byte[] flipped = file.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));

      // then
      assertThatThrownBy(() -> ProofFile.parse(flipped).check(entries.get(300), key.verifier)).as("bit %d", bit)
          .isInstanceOf(NotProven.class);
    }
  }

  @Test
  void shouldProveNoOtherEntryIndexOrLog() throws Exception {
    // given
    ProofFile file = Prover.open(tiles, key.verifier).prove(300).file();
    byte[] entry = entries.get(300);

    // when, then
    assertThatThrownBy(() -> file.check(entries.get(301), key.verifier)).hasMessageContaining("expected root");
    assertThatThrownBy(
        () -> new ProofFile(Optional.empty(), 301, file.proof(), file.checkpoint()).check(entry, key.verifier))
        .isInstanceOf(NotProven.class);
    assertThatThrownBy(
        () -> new ProofFile(Optional.empty(), -1, file.proof(), file.checkpoint()).check(entry, key.verifier))
        .hasMessageContaining("an index below size 600, but got 18446744073709551615");
    assertThatThrownBy(() -> file.check(entry, new TestKey("dialgate.local/audit/0").verifier))
        .hasMessageContaining("only others");
    assertThatThrownBy(() -> file.check(entry, new TestKey("dialgate.local/audit/1").verifier))
        .hasMessageContaining("only others");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "c2sp.org/tlog-proof@v1\n\n", "c2sp.org/tlog-proof@v2\nindex 0\n\n",
      "c2sp.org/tlog-proof@v1\nindex 0\n", "c2sp.org/tlog-proof@v1\nindex 00\n\n", "c2sp.org/tlog-proof@v1\nindex\n\n",
      "c2sp.org/tlog-proof@v1\nindex -1\n\n", "c2sp.org/tlog-proof@v1\nindex 18446744073709551616\n\n",
      "c2sp.org/tlog-proof@v1\nextra AAA\nindex 0\n\n", "c2sp.org/tlog-proof@v1\nindex 0\nextra AAAA\n\n",
      "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n", "c2sp.org/tlog-proof@v1\r\nindex 0\n\n"})
  void shouldRefuseWhatIsNoProofFile(String text) {
    assertThatThrownBy(() -> ProofFile.parse(text.getBytes(UTF_8))).isInstanceOf(NotProven.class);
  }

  @Test
  void shouldTake64HashesAndNoMore() throws Exception {
    // given
    List<TreeHash> most = Collections.nCopies(64, TreeHash.ofNothing());
    List<TreeHash> more = Collections.nCopies(65, TreeHash.ofNothing());

    // when, then
    assertThat(ProofFile.parse(new ProofFile(Optional.empty(), 0, most, "").bytes()).proof()).hasSize(64);
    assertThatThrownBy(() -> ProofFile.parse(new ProofFile(Optional.empty(), 0, more, "").bytes()))
        .hasMessageContaining("at most 64 hashes, but got 65");
  }

  @Test
  void shouldHandOutNoProofThatDoesNotHold() throws Exception {
    // given
    tiles.file("tile/0/001")[32] ^= 1;
    Prover prover = Prover.open(tiles, key.verifier);

    // when, then
    assertThatThrownBy(() -> prover.prove(300)).isInstanceOf(NotProven.class);
    assertThatThrownBy(() -> prover.prove(256)).isInstanceOf(NotProven.class);
    assertThatIllegalArgumentException().isThrownBy(() -> prover.prove(SIZE));
    assertThatIllegalArgumentException().isThrownBy(() -> prover.prove(-1));
  }
}
