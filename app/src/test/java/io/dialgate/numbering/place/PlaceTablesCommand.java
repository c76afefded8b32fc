package io.dialgate.numbering.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;

/** Not a test: the command that writes the tables from libphonenumber. No build runs it; see {@link PlaceTables#COMMAND}. */
class PlaceTablesCommand {

  @Test
  void writeTables() throws IOException {
    Files.writeString(PlaceTables.FOLDER.resolve(PlaceTables.NANP), PlaceTables.nanp());
    Files.writeString(PlaceTables.FOLDER.resolve(PlaceTables.COUNTRIES), PlaceTables.countries());
    assertThat(PlaceTables.FOLDER).isDirectoryContaining("glob:**" + PlaceTables.NANP);
  }
}
