package io.dialgate.lists.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.lists.RefusedList;
import io.dialgate.numbering.LibPhoneNumbering;

class ContactListTest {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Numbering NUMBERING = new LibPhoneNumbering();

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void shouldFindTheSeparatorAndTheColumn(String separator) throws IOException {
    // given
    Path file = file("name,Phone Number,city\n\"Doe; \t| X\",(415) 555-0101,Oslo\n".replace(",", separator));

    // when
    ContactList list = open(file);

    // then
    assertThat(list.dialect()).isEqualTo(new Dialect(StandardCharsets.UTF_8, 0, separator.charAt(0), true, 3, 1));
    assertThat(numbers(list)).containsExactly(14155550101L);
  }

  @Test
  void shouldNotMindThatAllRowsAreBrokenUnderAnotherSeparator() throws IOException {
    // given
    Path file = file("name,phone\n" + "\"Doe, J\",4155550101\n".repeat(Rows.MAX_BROKEN + 1));

    // when / then
    assertThat(open(file).dialect().separator()).isEqualTo(',');
  }

  @Test
  void shouldReadAListWithoutNamesWhoseRowsAreNumbers() throws IOException {
    // when / then
    assertThat(numbers(open(file("4155550101\r\n+4930901820\r\n415555")))).containsExactly(14155550101L, 4930901820L,
        ContactList.NO_NUMBER);
  }

  @Test
  void shouldReadByteOrderMarkAndWindows1252() throws IOException {
    // given
    Path marked = file("\uFEFFphone,name\n4155550101,J\u00FCrgen\n");
    Path windows = Files.write(folder.resolve("w.csv"), "Stra\u00DFe,Telefon\nAm Tor,4155550102\n".getBytes(WINDOWS));

    // when
    ContactList utf = open(marked);
    ContactList other = ContactList.open(windows, Optional.of("telefon"), NUMBERING, "US");

    // then
    assertThat(utf.dialect().markBytes()).isEqualTo(3);
    assertThat(utf.dialect().charset()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(numbers(utf)).containsExactly(14155550101L);
    assertThat(other.dialect().charset()).isEqualTo(WINDOWS);
    assertThat(numbers(other)).containsExactly(14155550102L);
  }

  @Test
  void shouldFindAColumnByANameThatOnlyItsEncodingTells() throws IOException {
    // given
    Path windows = Files.write(folder.resolve("w.csv"), "Name,T\u00E9l\nX,4155550102\n".getBytes(WINDOWS));

    // when / then
    assertThat(ContactList.open(windows, Optional.of("T\u00E9l"), NUMBERING, "US").dialect().phone()).isOne();
  }

  @Test
  void shouldCostABrokenRowItsOwnLineOnly() throws IOException {
    // given
    Path file = file("""
        name,phone
        "Doe, J",4155550101
        "two
        lines",4155550102
        "open,4155550103
        fine,4155550104
        "text"behind,4155550105
        Doe, J,4155550106
        filled,4155550107,,

        last,4155550108""");

    // when
    ContactList list = open(file);
    List<Row> rows = rows(list);

    // then
    assertThat(rows).filteredOn(Row::isBroken).extracting(Row::line).containsExactly(5L, 7L, 8L, 10L);
    assertThat(rows).filteredOn(row -> !row.isBroken()).extracting(Row::line).containsExactly(1L, 2L, 3L, 6L, 9L, 11L);
    assertThat(numbers(list)).contains(14155550101L, 14155550102L, 14155550104L, 14155550107L, 14155550108L)
        .doesNotContain(14155550103L, 14155550105L, 14155550106L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "name,city\nX,Y\n", "name,home,work\nX,1,2\n", "phone,tel\n1,2\n",
      "4155550101,4155550102\n", "phone\u0000"})
  void shouldRefuseWhatIsNotClear(String text) throws IOException {
    // given
    Path file = file(text.replace("phone,tel", "mobile,tel"));

    // when / then
    assertThatThrownBy(() -> open(file)).isInstanceOf(RefusedList.class).hasMessageStartingWith("expected ");
  }

  @Test
  void shouldRefuseUtf16AndALineWithoutEnd() throws IOException {
    // given
    Path utf16 = Files.write(folder.resolve("u.csv"), "phone\n4155550101\n".getBytes(StandardCharsets.UTF_16));
    Path endless = file("phone\n" + "4".repeat(RawLines.MAX_BYTES + 1));
    ContactList list = ContactList.open(file("phone\n1\n"), Optional.empty(), NUMBERING, "US");
    Path longRow = file("a,phone\n\"" + "x\n".repeat(RawLines.MAX_BYTES) + "\",4155550101\nb,4155550102\n");

    // when / then
    assertThat(list.dialect().header()).isTrue();
    assertThatThrownBy(() -> open(utf16)).hasMessageContaining("UTF-16");
    assertThatThrownBy(() -> open(endless)).hasMessageContaining("line 2");
    assertThatThrownBy(() -> numbers(open(longRow))).as("each of its lines is a broken row")
        .hasMessageContaining("are broken");
  }

  @Test
  void shouldHaveEveryByteInOneRowWhateverTheFile() throws IOException {
    for (int seed = 0; seed < 300; seed++) {
      // given
      String text = "a,phone\n" + random(new Random(seed));
      Path file = file(text);
      ContactList list = ContactList.open(file, Optional.of("phone"), NUMBERING, "US");

      // when
      var all = new ByteArrayOutputStream();
      rows(list).forEach(row -> all.writeBytes(row.bytes()));

      // then
      assertThat(all.toString(StandardCharsets.ISO_8859_1)).as("seed %d", seed)
          .isEqualTo(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }
  }

  private static String random(Random random) {
    String[] parts = {"\"", "\"\"", ",", "\n", "\r\n", "\r", "x", "4155550101", "\u00E9", " ", ";"};
    var text = new StringBuilder();
    int length = random.nextInt(200);
    for (int i = 0; i < length; i++) {
      text.append(parts[random.nextInt(parts.length)]);
    }
    return text.toString();
  }

  private static List<Row> rows(ContactList list) {
    List<Row> all = new ArrayList<>();
    try (Rows rows = list.rows()) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        all.add(row);
      }
    }
    return all;
  }

  private static List<Long> numbers(ContactList list) {
    return rows(list).stream().skip(list.dialect().header() ? 1 : 0).map(row -> list.number(row, NUMBERING)).toList();
  }

  private ContactList open(Path file) {
    return ContactList.open(file, Optional.empty(), NUMBERING, "US");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "list", ".csv"), text);
  }
}
