package io.dialgate.runtime.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class GeneratedDocsTest {

  private static final Path FOLDER = Path.of("..", "topology-docs");

  @Test
  void shouldDescribeWhatTheProgramIs() throws IOException {
    // given
    Map<String, String> written = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        written.put(file.getFileName().toString(), Files.readString(file));
      }
    }

    // when
    Map<String, String> generated = GeneratedDocs.files();

    // then
    assertThat(generated)
        .describedAs(
            """
                topology-docs/ differs from the program. If you meant the change, run 'app/bin/dialgate topology' and commit the result. \
                Mind what it means for a gate that runs: a renamed store or node, or another order of sub-topologies, gives changelog \
                topics new names, so that an upgrade starts with empty stores unless the application is reset and its inputs are read \
                again; a changed topic setting applies to new topics only.""")
        .containsExactlyEntriesOf(written);
  }
}
