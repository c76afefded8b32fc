package io.dialgate.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.schemas.ListAction;

class FtcReaderTest {

  private static final Instant AS_OF = Instant.parse("2026-08-28T00:00:00Z");

  @Test
  void shouldReadLinesOfFullList() throws IOException {
    // given
    String text = "407,5551234\r\n212,5550103";

    // when
    List<FtcLine> lines = read(text);

    // then
    assertThat(lines).containsExactly(new FtcLine.Listed(1, new PhoneNumber("+14075551234")),
        new FtcLine.Listed(2, new PhoneNumber("+12125550103")));
  }

  @Test
  void shouldReadLinesOfChangeFile() throws IOException {
    // given
    String text = "4075551234,2026-08-29T08:00:00,A\n4075550102,2026-08-29T08:00:01,D\n";

    // when
    List<FtcLine> lines = read(text);

    // then
    assertThat(lines).containsExactly(
        new FtcLine.Changed(1, new PhoneNumber("+14075551234"), Change.ADDED, Instant.parse("2026-08-29T08:00:00Z")),
        new FtcLine.Changed(2, new PhoneNumber("+14075550102"), Change.REMOVED,
            Instant.parse("2026-08-29T08:00:01Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "407", "407,555123", "407,55512345", "107,5551234", "407,1551234", "407;5551234",
      "4075551234,2026-08-29,A", "4075551234,2026-13-29T08:00:00,A", "4075551234,2026-08-29T08:00:00,X",
      "4075551234,2026-08-29T08:00:00,a", "40755512O4,2026-08-29T08:00:00,A", "4075551234,,A", "407,5551234,",
      " 407,5551234", "٤٠٧,5551234", "area,number"})
  void shouldNameFileAndLineOfMalformedLine(String bad) throws IOException {
    // given
    String text = "407,5551234\n" + bad + "\n212,5550103\n";

    // when
    List<FtcLine> lines = read(text);

    // then
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).isEqualTo(new FtcLine.Malformed(2,
        "expected a line such as 407,5551234 or 4075551234,2026-08-29T08:00:00,A, but got '%s' in list.txt line 2"
            .formatted(bad)));
  }

  @Test
  void shouldLookAtNoMoreThanTheStartOfEndlessLine() throws IOException {
    // given
    String text = "4".repeat(1_000_000) + "\n407,5551234\n";

    // when
    List<FtcLine> lines = read(text);

    // then
    assertThat(lines.get(0)).isInstanceOfSatisfying(FtcLine.Malformed.class,
        line -> assertThat(line.message()).hasSizeLessThan(300));
    assertThat(lines.get(1)).isEqualTo(new FtcLine.Listed(2, new PhoneNumber("+14075551234")));
  }

  @Test
  void shouldNotLetLineSteerTheTerminal() throws IOException {
    // given
    String text = "\u001b[2J";

    // when
    List<FtcLine> lines = read(text);

    // then
    assertThat(((FtcLine.Malformed) lines.getFirst()).message()).contains("'?[2J'");
  }

  @Test
  void shouldNameTheSameLineOfTheSameFileTheSame() throws IOException {
    // given
    var deltas = new FtcDeltas("abc", AS_OF);
    List<FtcLine> lines = read("407,5551234\n4075550102,2026-08-29T08:00:00,D\nbad\n");

    // when
    var records = lines.stream().map(deltas::of).toList();

    // then
    assertThat(records.get(0)).hasValueSatisfying(delta -> {
      assertThat(delta.getEventId()).isEqualTo("us-ftc:abc:1");
      assertThat(delta.getAction()).isEqualTo(ListAction.ADD);
      assertThat(delta.getAsOf()).isEqualTo(AS_OF);
    });
    assertThat(records.get(1)).hasValueSatisfying(delta -> {
      assertThat(delta.getEventId()).isEqualTo("us-ftc:abc:2");
      assertThat(delta.getAction()).isEqualTo(ListAction.REMOVE);
      assertThat(delta.getPhone()).isEqualTo("+14075550102");
    });
    assertThat(records.get(2)).isEmpty();
  }

  private static List<FtcLine> read(String text) throws IOException {
    var lines = new ArrayList<FtcLine>();
    new FtcReader("list.txt").read(new StringReader(text), lines::add);
    return lines;
  }
}
