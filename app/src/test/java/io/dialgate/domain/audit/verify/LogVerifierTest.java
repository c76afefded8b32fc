package io.dialgate.domain.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.audit.LeafHash;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHash;
import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.note.TestKey;
import io.dialgate.domain.audit.tile.EntryBundle;
import io.dialgate.domain.audit.tile.MemoryTiles;
import io.dialgate.domain.audit.verify.LogCheck.Broken;
import io.dialgate.domain.audit.verify.LogCheck.Whole;

class LogVerifierTest {

  private final TestKey key = new TestKey("dialgate.local/audit/0");
  private final List<byte[]> entries = Logs.entries("log", 700);
  private final MemoryTiles tiles = Logs.signed(entries, key);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 257, 700, 65_536, 65_700})
  void shouldFindNothingInAWholeLog(int size) throws Exception {
    // given
    List<byte[]> all = Logs.entries("log", size);
    List<Integer> seen = new ArrayList<>();
    List<TreeHead> known = List.of(Logs.head(all), Logs.head(all.subList(0, size / 2)), Logs.head(List.of()));
    EntryCheck each = (index, entry) -> {
      assertThat(entry).isEqualTo(all.get((int) index));
      seen.add((int) index);
    };

    // when
    LogCheck check = new LogVerifier(key.verifier, known, each).verify(Logs.signed(all, key));

    // then
    assertThat(check).isInstanceOfSatisfying(Whole.class,
        whole -> assertThat(whole.signed().head()).isEqualTo(Logs.head(all)));
    assertThat(seen).hasSize(size).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void shouldNameTheEntryThatDoesNotFitItsTile() throws Exception {
    // given
    tiles.file("tile/entries/001")[2] ^= 1;

    // when
    Broken broken = broken(List.of());

    // then
    assertThat(broken.where()).isEqualTo("entry 256 of tile/entries/001, hashed in tile/0/001");
    assertThat(broken.index()).hasValue(256);
    assertThat(broken.expected()).isEqualTo("leaf hash " + TreeHash.of(new LeafHash().of(entries.get(256))));
  }

  @Test
  void shouldNameTheTileAboveAnEntryThatWasChangedWithItsHash() throws Exception {
    // given
    List<byte[]> changed = new ArrayList<>(entries);
    changed.set(300, new byte[]{1});
    MemoryTiles others = MemoryTiles.of(changed);
    List.of("tile/entries/001", "tile/0/001").forEach(path -> tiles.files.put(path, others.files.get(path)));

    // when
    Broken broken = broken(List.of());

    // then
    assertThat(broken.where()).isEqualTo("tile/1/000.p/2");
    assertThat(broken.index()).hasValue(256);
    assertThat(broken.expected()).contains("as root of tile/0/001");
  }

  @Test
  void shouldFindThatTheSignedRootIsAnother() throws Exception {
    // given
    List<byte[]> changed = new ArrayList<>(entries);
    changed.set(300, new byte[]{1});
    MemoryTiles.of(changed).files.forEach(tiles.files::put);

    // when
    Broken broken = broken(List.of());

    // then
    assertThat(broken).isEqualTo(new Broken("checkpoint", OptionalLong.empty(), "the signed " + Logs.head(entries),
        "of the entries " + Logs.head(changed)));
  }

  @Test
  void shouldFindAnotherHistoryThatTheLogSigned() throws Exception {
    // given
    TreeHead before = Logs.head(Logs.entries("fork", 400));

    // when
    Broken broken = broken(List.of(Logs.head(entries.subList(0, 300)), before));

    // then
    assertThat(broken.where()).isEqualTo("the signed heads, size 400");
    assertThat(broken.expected()).isEqualTo("root " + before.root());
  }

  @Test
  void shouldFindTwoRootsOfOneSizeAndAnEmptyTreeThatIsNot() throws Exception {
    // given
    TreeHead fork = Logs.head(Logs.entries("fork", 700));

    // when
    Broken twice = broken(List.of(Logs.head(entries), fork));
    Broken empty = broken(List.of(new TreeHead(0, fork.root())));
    Broken huge = broken(List.of(new TreeHead(-1, fork.root())));

    // then
    assertThat(twice.expected()).isEqualTo("one root at size 700");
    assertThat(empty.where()).isEqualTo("the signed heads, size 0");
    assertThat(huge.found()).isEqualTo("18446744073709551615");
  }

  @Test
  void shouldFindAnOldHeadThatWasPutBack() throws Exception {
    // given
    TreeHead newest = Logs.head(entries);
    List<byte[]> older = entries.subList(0, 600);
    Logs.signed(older, key).files.forEach(tiles.files::put);

    // when
    Broken known = broken(List.of(newest));
    Broken unknown = broken(List.of());

    // then
    assertThat(known).extracting(Broken::where, Broken::found).containsExactly("checkpoint", "size 600");
    assertThat(unknown.expected()).startsWith("no tile beyond size 600");
  }

  @Test
  void shouldFindPartsOfOlderSizesThatSayOtherwise() throws Exception {
    // given
    tiles.files.put("tile/entries/002.p/7", EntryBundle.encode(entries.subList(512, 519)));
    tiles.files.put("tile/0/002.p/7", Arrays.copyOf(tiles.file("tile/0/002.p/188"), 7 * 32));
    tiles.files.put("tile/0/000.p/1", Arrays.copyOf(tiles.file("tile/0/000"), 32));
    LogVerifier verifier = new LogVerifier(key.verifier, List.of(), EntryCheck.NONE);
    LogCheck right = verifier.verify(tiles);

    for (String part : List.of("tile/entries/002.p/7", "tile/0/002.p/7", "tile/0/000.p/1")) {
      // when
      tiles.file(part)[4] ^= 1;
      Broken broken = broken(List.of());
      tiles.file(part)[4] ^= 1;

      // then
      assertThat(broken.where()).isEqualTo(part);
    }
    assertThat(right).isInstanceOf(Whole.class);
  }

  @Test
  void shouldEndWhereTheCallerFindsSomething() throws Exception {
    // given
    EntryCheck each = (index, entry) -> {
      if (index == 5) {
        throw NotProven.at(index, "entry 5", "index 5", "index 6");
      }
    };

    // when
    LogCheck check = new LogVerifier(key.verifier, List.of(), each).verify(tiles);

    // then
    assertThat(check).isInstanceOfSatisfying(Broken.class, broken -> assertThat(broken.index()).hasValue(5));
  }

  @Test
  void shouldSayWhetherALogHasOnlyGrown() throws Exception {
    // given
    TreeHead head = Logs.head(entries);
    TreeHead fork = Logs.head(Logs.entries("fork", 300));

    // when, then
    for (int size : List.of(0, 1, 255, 256, 511, 699, 700)) {
      TreeHead older = Logs.head(entries.subList(0, size));
      assertThatCode(() -> Growth.require(older, head, tiles)).doesNotThrowAnyException();
    }
    assertThatThrownBy(() -> Growth.require(fork, head, tiles)).isInstanceOf(NotProven.class);
    assertThatThrownBy(() -> Growth.require(Logs.head(Logs.entries("log", 701)), head, tiles))
        .isInstanceOf(NotProven.class);
    assertThatThrownBy(() -> Growth.require(new TreeHead(0, head.root()), head, tiles)).isInstanceOf(NotProven.class);
    assertThatThrownBy(() -> Growth.require(new TreeHead(-1, head.root()), head, tiles)).isInstanceOf(NotProven.class);
  }

  private Broken broken(List<TreeHead> known) throws Exception {
    LogCheck check = new LogVerifier(key.verifier, known, EntryCheck.NONE).verify(tiles);
    assertThat(check).isInstanceOf(Broken.class);
    return (Broken) check;
  }
}
