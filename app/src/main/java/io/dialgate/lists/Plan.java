package io.dialgate.lists;

import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import io.dialgate.lists.layout.Kind;

/**
 * What an import will do.
 *
 * @param basis what it was made from: files, options, and the copies that we had; another basis needs another plan
 * @param registry whose files they are
 * @param kind what they are
 * @param digest of the files
 * @param asOf up to when our copy is complete afterwards
 * @param lines lines that name a number
 * @param malformed lines that are none
 * @param unanswered numbers about which the registry knows nothing
 * @param held numbers that the table has of the registry before; 0 for change lists, which do not ask
 * @param added numbers that are put on the list
 * @param removed numbers that are taken off
 * @param sizes how many numbers our copy has afterwards, by area code
 */
public record Plan(String basis, String registry, Kind kind, String digest, Instant asOf, long lines, long malformed,
    long unanswered, long held, long added, long removed, Map<String, Long> sizes) {

  private static final String SIZE = "size.";

  /** Keeps its own copy. */
  public Plan {
    sizes = Map.copyOf(sizes);
  }

  /** How many deltas it comes to. */
  public long deltas() {
    return added + removed;
  }

  Properties write() {
    var all = new Properties();
    all.setProperty("basis", basis);
    all.setProperty("registry", registry);
    all.setProperty("kind", kind.name());
    all.setProperty("digest", digest);
    all.setProperty("asOf", asOf.toString());
    new TreeMap<>(Map.of("lines", lines, "malformed", malformed, "unanswered", unanswered, "held", held, "added", added,
        "removed", removed)).forEach((key, count) -> all.setProperty(key, Long.toString(count)));
    sizes.forEach((area, size) -> all.setProperty(SIZE + area, Long.toString(size)));
    return all;
  }

  static Plan read(Properties all) {
    Map<String, Long> sizes = new TreeMap<>();
    all.stringPropertyNames().stream().filter(key -> key.startsWith(SIZE))
        .forEach(key -> sizes.put(key.substring(SIZE.length()), count(all, key)));
    return new Plan(all.getProperty("basis"), all.getProperty("registry"), Kind.valueOf(all.getProperty("kind")),
        all.getProperty("digest"), Instant.parse(all.getProperty("asOf")), count(all, "lines"), count(all, "malformed"),
        count(all, "unanswered"), count(all, "held"), count(all, "added"), count(all, "removed"), sizes);
  }

  private static long count(Properties all, String key) {
    return Long.parseLong(all.getProperty(key));
  }
}
