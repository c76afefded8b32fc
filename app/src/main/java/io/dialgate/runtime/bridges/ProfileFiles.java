package io.dialgate.runtime.bridges;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.dialgate.bridge.platform.Kind;
import io.dialgate.bridge.platform.Profile;
import io.dialgate.bridge.platform.ProfileReader;
import io.dialgate.rules.BrokenDocument;
import io.dialgate.rules.CheckedDocument;
import io.dialgate.runtime.Refused;

/** Finds and reads profiles: those that are shipped, by name, and others, by file. */
public final class ProfileFiles {

  private ProfileFiles() {}

  /**
   * The profile of that name, or in that file.
   *
   * @param platform whose it is: {@code cxone}
   * @param name a shipped profile's, or a file
   * @param wanted the operations that are used; empty: all
   * @param parameters the names that the site has given values to
   * @throws Refused with every fault, each with its file and line; or if there is no such profile
   */
  public static Profile read(String platform, String name, Set<Kind> wanted, Set<String> parameters) {
    String shipped = "/platforms/" + platform + "-" + name + ".yaml";
    byte @Nullable [] document = name.matches("[a-z-]+") ? resource(shipped) : null;
    return document == null
        ? read(file(platform, name), name, wanted, parameters)
        : read(document, shipped.substring(1), wanted, parameters);
  }

  /** The profile of the site's own addresses, which is part of the program. */
  public static Profile webhook(Kind kind) {
    String shipped = "/platforms/webhook.yaml";
    byte @Nullable [] document = resource(shipped);
    if (document == null) {
      throw new IllegalStateException("expected " + shipped + " to be part of the program, but it is not");
    }
    return read(document, shipped.substring(1), Set.of(kind), Set.of());
  }

  private static Profile read(byte[] bytes, String file, Set<Kind> wanted, Set<String> parameters) {
    try {
      CheckedDocument document = CheckedDocument.read(bytes, file, ProfileReader.SCHEMA);
      Set<Kind> kinds = wanted.isEmpty() ? EnumSet.allOf(Kind.class) : wanted;
      Profile profile = new ProfileReader(kinds, parameters, document::fault).read(document.root());
      document.refuseIfAny();
      return profile;
    } catch (BrokenDocument e) {
      throw new Refused(String.valueOf(e.getMessage()), e);
    }
  }

  private static byte[] file(String platform, String name) {
    try {
      return Files.readAllBytes(Path.of(name));
    } catch (IOException e) {
      throw new Refused(
          "expected bridge.%s.profile to be a shipped profile or a file that can be read, but got '%s' (%s); correct it"
              .formatted(platform, name, e),
          e);
    }
  }

  private static byte @Nullable [] resource(String path) {
    try (InputStream in = ProfileFiles.class.getResourceAsStream(path)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
