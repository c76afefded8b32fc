package io.dialgate.embedded;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A child's classes as its first run left them, for later ones to map into memory (JEP 350): a start takes a third of the time
 * then. They lie beside the program, so that every data folder has them; where nobody may write there, in the data folder.
 */
final class SharedClasses {

  private SharedClasses() {}

  /** The JVM's options for the child of this name. An archive that does not fit the JVM or the class path is made anew. */
  static List<String> options(String name) {
    return List.of("-Xshare:auto", "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive(name));
  }

  private static String archive(String name) {
    String file = name + ".jsa";
    Path beside = ClassPath.home().resolve(file).toAbsolutePath();
    // A colon would end the archive's name, and begin that of a second.
    return Files.isWritable(ClassPath.home()) && !beside.toString().contains(File.pathSeparator)
        ? beside.toString()
        : file;
  }
}
