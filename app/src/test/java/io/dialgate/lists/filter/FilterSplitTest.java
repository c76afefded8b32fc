package io.dialgate.lists.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.lists.Listed;
import io.dialgate.lists.contact.ContactList;
import io.dialgate.lists.merge.Groups;
import io.dialgate.lists.merge.Spool;
import io.dialgate.numbering.LibPhoneNumbering;

class FilterSplitTest {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Numbering NUMBERING = new LibPhoneNumbering();

  @TempDir
  Path folder;

  /** Semicolons, Windows-1252, a quoted new line, columns before the number that look like numbers too. */
  @Test
  void shouldSplitRowsByteForByteHoweverTheListIsWritten() throws IOException {
    // given
    Path list = Files.write(folder.resolve("list.csv"), """
        account;name;phone\r
        2125550199;"Müller;
        Jane";(415) 555-0101\r
        2125550198;José;415-555-0102\r
        2125550197;Nobody;n/a\r
        2125550196;Premium;+1 900 555 0100""".getBytes(WINDOWS));

    // when
    FilterSplit split = split(list, 14155550102L);

    // then
    assertThat(split).isEqualTo(new FilterSplit(1, 3));
    assertThat(Files.readString(folder.resolve("clean.csv"), WINDOWS)).isEqualTo("""
        account;name;phone\r
        2125550199;"Müller;
        Jane";(415) 555-0101\r
        """);
    assertThat(Files.readString(folder.resolve("ask.csv"), WINDOWS)).isEqualTo("""
        account;name;phone\r
        2125550198;José;415-555-0102\r
        2125550197;Nobody;n/a\r
        2125550196;Premium;+1 900 555 0100""");
  }

  @Test
  void shouldFindTheColumnBehindAByteOrderMark() throws IOException {
    // given
    Path list = Files.writeString(folder.resolve("list.csv"), "\uFEFFphone,account\n4155550101,1\n4155550102,2\n");

    // when
    FilterSplit split = split(list, 14155550102L);

    // then
    assertThat(split).isEqualTo(new FilterSplit(1, 1));
    assertThat(Files.readString(folder.resolve("ask.csv"), StandardCharsets.UTF_8))
        .isEqualTo("\uFEFFphone,account\n4155550102,2\n");
  }

  private FilterSplit split(Path list, long listed) {
    NumberDigest digest = NumberDigest.plain();
    try (var table = new Spool(folder, "table"); var probes = new Spool(folder, "probes")) {
      table.add(listed, 1);
      FilterFile filter = new FilterBuilder(0.000_001, 100).build(
          () -> new Listed(new Groups(table.sorted(), (_, later) -> later)), Set.of(), Set.of("+1900"), digest, probes,
          Instant.EPOCH);
      return FilterSplit.write(ContactList.open(list, Optional.empty(), NUMBERING, "US"), filter, digest, NUMBERING,
          folder.resolve("clean.csv"), folder.resolve("ask.csv"));
    }
  }
}
