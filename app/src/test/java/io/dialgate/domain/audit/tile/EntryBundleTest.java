package io.dialgate.domain.audit.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.dialgate.domain.audit.NotProven;

class EntryBundleTest {

  private static final EntryTile TWO = new EntryTile(1, 2);
  private static final List<byte[]> ENTRIES = List.of(new byte[]{7, 8}, new byte[0]);
  private static final byte[] BYTES = {0, 2, 7, 8, 0, 0};

  @Test
  void shouldPutTheLengthBeforeEachEntry() throws Exception {
    // when
    byte[] bundle = EntryBundle.encode(ENTRIES);

    // then
    assertThat(bundle).isEqualTo(BYTES);
    assertThat(EntryBundle.decode(bundle, TWO)).containsExactlyElementsOf(ENTRIES);
  }

  @Test
  void shouldHoldTheLongestEntryAndNoLonger() throws Exception {
    // given
    byte[] longest = new byte[65_535];
    Arrays.fill(longest, (byte) 9);

    // when
    byte[] bundle = EntryBundle.encode(List.of(longest));

    // then
    assertThat(bundle).hasSize(65_537).startsWith(0xff, 0xff);
    assertThat(EntryBundle.decode(bundle, new EntryTile(0, 1))).containsExactly(longest);
    assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])))
        .withMessageContaining("at most 65535 bytes, but got 65536");
  }

  @Test
  void shouldNameTheEntryThatIsCutOff() {
    // given
    byte[][] cut = {{0, 2, 7, 8, 0, 1}, {0, 2, 7, 8, 0}, {0, 2, 7, 8}};

    // when, then
    for (byte[] bundle : cut) {
      assertThatThrownBy(() -> EntryBundle.decode(bundle, TWO)).isInstanceOfSatisfying(NotProven.class,
          failure -> assertThat(failure.index()).hasValue(257)).hasMessageContaining("tile/entries/001.p/2");
    }
    assertThatThrownBy(() -> EntryBundle.decode(new byte[0], TWO)).isInstanceOfSatisfying(NotProven.class,
        failure -> assertThat(failure.index()).hasValue(256));
  }

  @Test
  void shouldTakeNothingBehindTheLastEntry() {
    assertThatThrownBy(() -> EntryBundle.decode(Arrays.copyOf(BYTES, BYTES.length + 1), TWO))
        .isInstanceOf(NotProven.class).hasMessageContaining("expected 2 entries, but got 1 bytes more");
    assertThatThrownBy(() -> EntryBundle.decode(BYTES, new EntryTile(1, 1))).isInstanceOf(NotProven.class);
  }
}
