package io.dialgate.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** The released versions, as they lie in the source tree: one folder per version, one self-contained file per topic. */
final class Releases {

  /** How to write a release; every failure that asks for one names it. */
  static final String COMMAND = "mvn -pl schemas test -Dtest=ReleaseCommand -Dschemas.release=";

  private static final Path ROOT = Path.of(System.getProperty("basedir", ""),
      "src/main/resources/io/dialgate/schemas/released");
  private static final String SUFFIX = ".avsc";
  private static final String JAVA_STRING = "avro.java.string";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Releases() {}

  /** Oldest first; never empty once version 1 is out. */
  static List<Integer> versions() {
    return names(ROOT).stream().map(Integer::valueOf).sorted().toList();
  }

  static int latest() {
    return versions().getLast();
  }

  /** The texts of one version, by topic. */
  static Map<String, String> texts(int version) {
    Map<String, String> texts = new TreeMap<>();
    for (String name : names(folder(version))) {
      try {
        texts.put(name.substring(0, name.length() - SUFFIX.length()), Files.readString(folder(version).resolve(name)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  /** The schemas of one version, by topic; each file is parsed on its own, for it has to stand on its own. */
  static Map<String, Schema> schemas(int version) {
    Map<String, Schema> schemas = new TreeMap<>();
    texts(version).forEach((topic, text) -> schemas.put(topic, new Schema.Parser().parse(text)));
    return schemas;
  }

  /** What the current source would be released as, by topic. */
  static Map<String, String> current() {
    Map<String, String> texts = new TreeMap<>();
    PublicSchemas.BY_TOPIC.forEach((topic, schema) -> texts.put(topic, text(schema)));
    return texts;
  }

  /** Puts the current schemas in place of a version's files. */
  static void write(int version) throws IOException {
    Files.createDirectories(folder(version));
    for (String left : names(folder(version))) {
      Files.delete(folder(version).resolve(left));
    }
    for (Map.Entry<String, String> schema : current().entrySet()) {
      Files.writeString(folder(version).resolve(schema.getKey() + SUFFIX), schema.getValue(), UTF_8);
    }
  }

  /** Indented JSON without the hints to Java's own code generator, which other languages need not see. */
  private static String text(Schema schema) {
    try {
      return JSON.writerWithDefaultPrettyPrinter()
          .writeValueAsString(withoutJavaHints(JSON.readTree(schema.toString())))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode withoutJavaHints(JsonNode node) {
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, withoutJavaHints(array.get(i)));
      }
    } else if (node instanceof ObjectNode object) {
      object.remove(JAVA_STRING);
      object.propertyStream().toList().forEach(field -> object.set(field.getKey(), withoutJavaHints(field.getValue())));
      if (object.size() == 1 && object.path("type").isTextual()) {
        return object.get("type");
      }
    }
    return node;
  }

  private static Path folder(int version) {
    return ROOT.resolve(Integer.toString(version));
  }

  private static List<String> names(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
