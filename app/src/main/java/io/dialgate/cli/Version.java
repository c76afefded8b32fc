package io.dialgate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

import picocli.CommandLine.IVersionProvider;

/** Dialgate's version, as the build wrote it into a resource. */
public final class Version implements IVersionProvider {

  private static final String RESOURCE = "version.properties";

  /** For example {@code 0.1.0}. */
  public static String current() {
    try (InputStream resource = Version.class.getResourceAsStream(RESOURCE)) {
      Properties properties = new Properties();
      properties.load(resource);
      return properties.getProperty("version", "unknown");
    } catch (IOException broken) {
      throw new UncheckedIOException("expected to read the resource " + RESOURCE, broken);
    }
  }

  @Override
  public String[] getVersion() {
    return new String[]{"dialgate " + current()};
  }
}
