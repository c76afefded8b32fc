package io.dialgate.lists.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import io.dialgate.lists.RefusedList;
import io.dialgate.lists.file.WhyNot;

/** The layouts that Dialgate comes with, and those of its user. */
public final class Layouts {

  /** Registries whose layout is shipped. */
  public static final List<String> SHIPPED = List.of("us-ftc", "ca-ndncl", "uk-tps", "uk-ctps", "au-dncr", "us-rnd");

  private Layouts() {}

  /**
   * A shipped one.
   *
   * @throws RefusedList if there is none for that registry
   */
  public static Layout shipped(String registry) {
    if (!SHIPPED.contains(registry)) {
      throw new RefusedList("expected one of the registries %s, but got '%s'; describe its files with --layout"
          .formatted(String.join(", ", SHIPPED), registry));
    }
    String name = registry + ".yaml";
    try (InputStream in = Objects.requireNonNull(Layouts.class.getResourceAsStream(name), name)) {
      return LayoutReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One of a file.
   *
   * @throws RefusedList if it cannot be read, or says what no layout can
   */
  public static Layout of(Path file) {
    try {
      return LayoutReader.read(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new RefusedList(
          "expected %s to be a layout, but it cannot be read (%s); name another file".formatted(file, WhyNot.of(e)),
          e);
    }
  }
}
