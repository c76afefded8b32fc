package io.dialgate.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be refused before anything is hashed, and the far ends of unsigned 64-bit numbers. */
class ProofBoundsTest {

  private static final TreeHash LEAF = TreeHash.of(new LeafHash().of(new byte[]{1}));
  private static final TreeHash SIBLING = TreeHash.of(new LeafHash().of(new byte[]{2}));
  private static final NodeReader NOWHERE = (level, index) -> SIBLING;

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "8, 8", "9, 8", "-1, 0", "-1, 1", "-1, 8", "-1, -1", "-1, 9223372036854775807",
      "-9223372036854775808, 9223372036854775807"})
  void shouldRefuseAnIndexOutsideOfTheTree(long index, long size) {
    // given
    TreeHead head = new TreeHead(size, LEAF);

    // when, then
    for (int length = 0; length <= 65; length++) {
      List<TreeHash> proof = Collections.nCopies(length, SIBLING);
      assertThatThrownBy(() -> Inclusion.verify(head, index, LEAF, proof)).isInstanceOf(NotProven.class)
          .hasMessageStartingWith("expected an index below size " + Long.toUnsignedString(size) + ", but got "
              + Long.toUnsignedString(index));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0", "0, 8, 3", "7, 8, 3", "6, 7, 2", "0, 9223372036854775807, 63", "9223372036854775806, "
      + "9223372036854775807, 62", "0, -9223372036854775808, 63", "0, -9223372036854775807, 64", "0, -1, 64",
      "-2, -1, 63",
      "-3, -2, 63", "-9223372036854775808, -1, 64"})
  void shouldAskForExactlyAsManyHashesAsThePathHas(long index, long size, int length) {
    // given
    TreeHead right = new TreeHead(size, climb(index, size, length));

    // when, then
    assertThatCode(() -> Inclusion.verify(right, index, LEAF, Collections.nCopies(length, SIBLING)))
        .doesNotThrowAnyException();
    for (int wrong = 0; wrong <= 66; wrong++) {
      if (wrong != length) {
        List<TreeHash> proof = Collections.nCopies(wrong, SIBLING);
        assertThatThrownBy(() -> Inclusion.verify(right, index, LEAF, proof))
            .hasMessageStartingWith("expected a proof of " + length + " hashes, but got " + wrong);
      }
    }
  }

  /** The root by RFC 9162, section 2.1.3.2, as it is written there: with fn and sn, bit by bit. */
  private static TreeHash climb(long index, long size, int length) {
    NodeHash nodes = new NodeHash();
    byte[] hash = LEAF.bytes();
    long fn = index;
    long sn = size - 1;
    for (int i = 0; i < length; i++) {
      if ((fn & 1) == 1 || fn == sn) {
        hash = nodes.of(SIBLING.bytes(), hash);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>>= 1;
          sn >>>= 1;
        }
      } else {
        hash = nodes.of(hash, SIBLING.bytes());
      }
      fn >>>= 1;
      sn >>>= 1;
    }
    return TreeHash.of(hash);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0, 1", "0, 8", "0, -1", "9, 8", "-1, 8", "-1, 0", "-1, 9223372036854775807", "-1, -2"})
  void shouldRefuseAnOlderTreeThatIsEmptyOrLonger(long older, long newer) {
    // given
    TreeHead first = new TreeHead(older, older == 0 ? TreeHash.ofNothing() : LEAF);
    TreeHead second = new TreeHead(newer, newer == 0 ? TreeHash.ofNothing() : LEAF);

    // when, then
    for (int length = 0; length <= 65; length++) {
      List<TreeHash> proof = Collections.nCopies(length, SIBLING);
      assertThatThrownBy(() -> Consistency.verify(first, second, proof)).isInstanceOf(NotProven.class)
          .hasMessageContaining("but got " + Long.toUnsignedString(older) + " in the consistency proof");
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0", "1, 2, 1", "1, -1, 64", "-9223372036854775808, -1, 1", "-2, -1, 64", "-1, -1, 0",
      "3, 4, 3", "9223372036854775807, -9223372036854775808, 64"})
  void shouldAskForExactlyAsManyHashesBetweenTwoTrees(long older, long newer, int length) {
    // given
    TreeHead first = new TreeHead(older, LEAF);
    TreeHead second = new TreeHead(newer, LEAF);

    // when, then
    for (int wrong = 0; wrong <= 66; wrong++) {
      List<TreeHash> proof = Collections.nCopies(wrong, SIBLING);
      if (wrong != length) {
        assertThatThrownBy(() -> Consistency.verify(first, second, proof))
            .hasMessageStartingWith("expected a proof of " + length + " hashes, but got " + wrong);
      } else if (length > 0) {
        assertThatThrownBy(() -> Consistency.verify(first, second, proof)).hasMessageStartingWith("expected root ");
      }
    }
  }

  @Test
  void shouldRefuseToProveWhatIsNotInTheTree() {
    assertThatIllegalArgumentException().isThrownBy(() -> Inclusion.prove(8, 8, NOWHERE));
    assertThatIllegalArgumentException().isThrownBy(() -> Inclusion.prove(-1, 8, NOWHERE));
    assertThatIllegalArgumentException().isThrownBy(() -> Inclusion.prove(0, 0, NOWHERE));
    assertThatIllegalArgumentException().isThrownBy(() -> Consistency.prove(0, 8, NOWHERE));
    assertThatIllegalArgumentException().isThrownBy(() -> Consistency.prove(9, 8, NOWHERE));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33, 64})
  void shouldRefuseAHashOfAnotherLength(int length) {
    // given
    byte[] bytes = new byte[length];

    // when, then
    assertThatIllegalArgumentException().isThrownBy(() -> TreeHash.of(bytes));
    assertThatThrownBy(() -> TreeHash.parse(StrictText.base64(bytes), "a file")).isInstanceOf(NotProven.class)
        .hasMessageStartingWith("expected a hash of 32 bytes, but got " + length + " bytes in a file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AQ", "AQ=", "AQ==\n", "AR==", "A Q==", "-_8=", "====", "\u00e9"})
  void shouldTakeNoOtherSpellingOfBytes(String text) {
    assertThatThrownBy(() -> StrictText.base64(text, "a file")).isInstanceOf(NotProven.class)
        .hasMessageContaining("padded standard base64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "01", "+1", "-1", " 1", "1 ", "1e3", "0x1", "18446744073709551616", "\u0661",
      "99999999999999999999"})
  void shouldTakeNoOtherSpellingOfNumbers(String text) {
    assertThatThrownBy(() -> StrictText.decimal(text, "a file")).isInstanceOf(NotProven.class);
  }

  @Test
  void shouldTakeEveryUnsignedNumber() throws Exception {
    assertThat(StrictText.decimal("18446744073709551615", "a file")).isEqualTo(-1);
    assertThat(StrictText.decimal("0", "a file")).isZero();
  }
}
