package io.dialgate.lists.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.dialgate.lists.RefusedList;

class LinesTest {

  @ParameterizedTest
  @CsvSource({"a\\nb\\nc\\n,a|b|c", "a\\r\\nb\\r\\nc,a|b|c", "a\\rb\\rc\\r,a|b|c", "a\\nb\\r\\nc\\rd,a|b|c|d",
      "a\\n\\nb,a||b", "a\\r\\n\\r\\nb,a||b", "\\n,''"})
  void shouldEndLinesAsAnySystemDoes(String text, String lines) throws IOException {
    // when
    List<String> read = read(text.replace("\\n", "\n").replace("\\r", "\r").getBytes(StandardCharsets.UTF_8));

    // then
    assertThat(read).containsExactly(lines.split("\\|", -1));
  }

  @Test
  void shouldReadNothingOfAnEmptyFile() throws IOException {
    // when / then
    assertThat(read(new byte[0])).isEmpty();
  }

  @Test
  void shouldPassOverByteOrderMark() throws IOException {
    // when / then
    assertThat(read("\uFEFF407\n408".getBytes(StandardCharsets.UTF_8))).containsExactly("407", "408");
  }

  @Test
  void shouldFindLineEndsOnEveryPlaceOfTheBuffer() throws IOException {
    // given: lines of 7 bytes cross every place of a buffer of 64 KiB
    String text = "12345\r\n".repeat(100_000);

    // when / then
    assertThat(read(text.getBytes(StandardCharsets.UTF_8))).hasSize(100_000).allMatch("12345"::equals);
  }

  @Test
  void shouldRefuseUtf16() {
    // when / then
    assertThatThrownBy(() -> read("4075551234\n".getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(RefusedList.class).hasMessageContainingAll("UTF-16").hasMessageContaining("line 1");
  }

  @Test
  void shouldTakeLongestLineAndRefuseALongerOne() throws IOException {
    // given
    byte[] longest = "x".repeat(Lines.MAX_BYTES).getBytes(StandardCharsets.UTF_8);
    byte[] longer = "x".repeat(Lines.MAX_BYTES + 1).getBytes(StandardCharsets.UTF_8);

    // when / then
    assertThat(read(longest)).hasSize(1);
    assertThatThrownBy(() -> read(longer)).isInstanceOf(RefusedList.class)
        .hasMessageContainingAll("at most 4096 bytes");
  }

  @Test
  void shouldRefuseLineOfFiveGigabytesAfterItsFirstKilobytes() {
    // given
    var endless = new Endless(5L << 30);

    // when / then
    assertThatThrownBy(() -> new Lines(endless, "endless.txt").next()).isInstanceOf(RefusedList.class)
        .hasMessageContainingAll("line 1 of endless.txt is longer");
    assertThat(endless.given).isLessThan(1 << 20);
  }

  private static List<String> read(byte[] bytes) throws IOException {
    var lines = new Lines(new ByteArrayInputStream(bytes), "test.txt");
    List<String> read = new ArrayList<>();
    while (lines.next()) {
      read.add(new String(lines.bytes(), 0, lines.length(), StandardCharsets.UTF_8));
      assertThat(lines.number()).isEqualTo(read.size());
    }
    return read;
  }

  /** One line of so many bytes. */
  private static final class Endless extends InputStream {

    private final long size;
    private long given;

    Endless(long size) {
      this.size = size;
    }

    @Override
    public int read() {
      return given++ < size ? '4' : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      int count = (int) Math.min(length, size - given);
      Arrays.fill(bytes, offset, offset + count, (byte) '4');
      given += count;
      return count == 0 ? -1 : count;
    }
  }
}
