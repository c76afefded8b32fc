package io.dialgate.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/** What is released is what was promised: complete, public, unchanged. */
class ReleasedVersionsTest {

  private static final Path IDL = Path.of(System.getProperty("basedir", ""), "src/main/avro");
  private static final Pattern MAIN_SCHEMA = Pattern.compile("(?m)^schema (\\w+);");

  @Test
  void shouldEqualLatestRelease() {
    // given
    int latest = Releases.latest();

    // when
    Map<String, String> released = Releases.texts(latest);
    Map<String, String> current = Releases.current();

    // then
    Set<String> changed = new TreeSet<>(released.keySet());
    changed.addAll(current.keySet());
    changed.removeIf(topic -> current.containsKey(topic) && current.get(topic).equals(released.get(topic)));
    if (!changed.isEmpty()) {
      fail("""
          expected the public schemas to be those of version %1$d, but got others for %2$s.
          Producers and consumers were promised version %1$d. If nobody has it yet, write it again:
            %3$s%1$d
          If it is out, say "Since version %4$d." where you added something, and release the next version:
            %3$s%4$d
          """.formatted(latest, changed, Releases.COMMAND, latest + 1));
    }
  }

  @Test
  void shouldCountVersionsFromOneWithoutGap() {
    // when
    List<Integer> versions = Releases.versions();

    // then
    assertThat(versions).isEqualTo(IntStream.rangeClosed(1, versions.size()).boxed().toList()).isNotEmpty();
  }

  @Test
  void shouldNeverDropTopicOnceReleased() {
    for (int version : Releases.versions()) {
      // when
      Set<String> topics = Releases.texts(version).keySet();

      // then
      assertThat(PublicSchemas.BY_TOPIC.keySet()).as("topics of version %d", version).containsAll(topics);
    }
  }

  @Test
  void shouldReleaseNothingInternal() {
    for (int version : Releases.versions()) {
      // when
      Map<String, Schema> schemas = Releases.schemas(version);

      // then
      schemas.forEach((topic, schema) -> {
        Set<Schema> types = new LinkedHashSet<>();
        PublicSchemas.collectNamedTypes(schema, types);
        assertThat(types).as("types of %s, version %d", topic, version).extracting(Schema::getNamespace)
            .containsOnly("io.dialgate.schemas");
      });
    }
  }

  @Test
  void shouldReleaseWhateverIsDeclaredPublic() throws IOException {
    // given
    Set<String> released = new TreeSet<>();
    PublicSchemas.namedTypes().forEach(type -> released.add(type.getName()));

    // when
    List<String> declared;
    try (Stream<Path> files = Files.list(IDL)) {
      declared = files.filter(Files::isRegularFile).map(ReleasedVersionsTest::mainSchema).toList();
    }

    // then
    assertThat(released).as("types that reach a topic; add what is missing to PublicSchemas").containsAll(declared);
  }

  private static String mainSchema(Path idl) {
    try {
      Matcher schema = MAIN_SCHEMA.matcher(Files.readString(idl));
      assertThat(schema.find()).as("expected a line 'schema Name;' in %s", idl.getFileName()).isTrue();
      return schema.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
