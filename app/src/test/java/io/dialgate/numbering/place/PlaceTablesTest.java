package io.dialgate.numbering.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

/** The tables that come from libphonenumber say what the release in use says. */
class PlaceTablesTest {

  @Test
  void shouldEqualWhatLibphonenumberSaysOfAreaCodes() throws IOException {
    assertCurrent(PlaceTables.NANP, PlaceTables::nanp);
  }

  @Test
  void shouldEqualWhatLibphonenumberSaysOfCountries() throws IOException {
    assertCurrent(PlaceTables.COUNTRIES, PlaceTables::countries);
  }

  private static void assertCurrent(String table, Supplier<String> asking) throws IOException {
    // given
    String kept = Files.readString(PlaceTables.FOLDER.resolve(table));

    // when
    String now = asking.get();

    // then
    assertThat(now)
        .as("""
            expected %s to be what libphonenumber says, but a release says something else. Write it anew, read the difference, and
            keep the hand-kept tables beside it in step:
              %s
            """,
            table, PlaceTables.COMMAND)
        .isEqualToNormalizingNewlines(kept);
  }
}
