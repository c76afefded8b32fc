package io.dialgate.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.dialgate.schemas.RegistryDelta;
import io.dialgate.wire.Topics;

/** Lists of a registry, as the FTC hands them out, that are imported at a site; and what its table has of them. */
final class FtcLists {

  private final Site site;

  FtcLists(Site site) {
    this.site = site;
  }

  /** A full list of these numbers; its day is in its name. */
  Path list(String name, int from, int to) throws IOException {
    return write(name,
        IntStream.range(from, to).mapToObj(FtcLists::national).collect(Collectors.joining("\n", "", "\n")));
  }

  Path write(String name, String text) throws IOException {
    return Files.writeString(site.folder().resolve(name), text);
  }

  /** Runs {@code registry import} to its end. */
  Verb bring(String... words) {
    List<String> all = new ArrayList<>(List.of("registry", "import", "--json"));
    all.addAll(List.of(words));
    return site.verb(all.toArray(String[]::new));
  }

  /** The numbers that the published table has at last: of each, what was told last. */
  Set<String> listed() {
    Set<String> listed = new HashSet<>();
    site.committed(Topics.DNC_ENTRIES).forEach(seen -> {
      String number = new String(seen.record().key(), StandardCharsets.UTF_8);
      if (seen.value() == null) {
        listed.remove(number);
      } else {
        listed.add(number);
      }
    });
    return listed;
  }

  /** The number of every delta that was published, of those that are asked for. */
  List<String> told(Predicate<RegistryDelta> which) {
    return site.values(Topics.REGISTRY_DELTAS).stream().filter(which)
        .flatMap(delta -> delta.getPhones().isEmpty() ? Stream.of(delta.getPhone()) : delta.getPhones().stream())
        .toList();
  }

  static Set<String> numbers(int from, int to) {
    return new TreeSet<>(IntStream.range(from, to).mapToObj(Say::number).toList());
  }

  /** A number as the lists have it, without the plus and the country. */
  static String national(int index) {
    return Say.number(index).substring(2);
  }
}
