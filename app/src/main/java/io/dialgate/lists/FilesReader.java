package io.dialgate.lists;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

import io.dialgate.domain.hash.Sha256;
import io.dialgate.lists.file.ListFile;
import io.dialgate.lists.layout.Kind;
import io.dialgate.lists.layout.Layout;
import io.dialgate.lists.merge.Spool;

/**
 * Reads a set of files as one list.
 *
 * @param layout how they are written
 * @param areas what they cover
 * @param maxBad the part of lines that may be none, 0 to 1
 * @param force whether files are taken that seem to be cut
 */
public record FilesReader(Layout layout, Areas areas, double maxBad, boolean force) {

  /** The digest of each file, in their order. */
  public static Map<ListFile, String> digests(List<ListFile> files) {
    Map<ListFile, String> digests = new LinkedHashMap<>();
    files.forEach(file -> digests.put(file, file.digest()));
    return digests;
  }

  /** The digest of all of them: of one file its own; of several that of their digests, a line each. */
  public static String digest(Map<ListFile, String> digests) {
    return digests.size() == 1
        ? digests.values().iterator().next()
        : Sha256.hex(digests.values().stream().map(one -> one + "\n").collect(Collectors.joining()));
  }

  /**
   * Reads them all.
   *
   * @param spool takes their numbers
   * @param progress is told how many bytes were read
   * @throws RefusedList if they are not of one kind, too many lines are none, or one changes meanwhile
   */
  public Contents read(Map<ListFile, String> files, Spool spool, Instant now, LongConsumer progress) {
    List<Contents.Text> texts = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    long before = 0;
    for (var file : files.entrySet()) {
      if (!seen.add(file.getValue())) {
        throw new RefusedList("expected each file once, but %s has the bytes of another; name it once"
            .formatted(file.getKey().path()));
      }
      long done = before;
      texts.add(new FileReader(file.getKey(), layout, areas, now, spool).read(file.getValue(), force,
          read -> progress.accept(done + read)));
      before += file.getKey().size();
      requireUnchanged(file.getKey(), file.getValue());
    }
    Kind kind = texts.getFirst().kind();
    texts.stream().filter(text -> text.kind() != kind).findFirst().ifPresent(other -> {
      throw new RefusedList("expected files of one kind, but %s is %s and %s is %s; import the full list first, alone"
          .formatted(texts.getFirst().path(), kind.words(), other.path(), other.kind().words()));
    });
    texts.sort(Comparator.comparing(text -> text.first().orElse(Instant.EPOCH)));
    var contents = new Contents(kind, digest(files), texts);
    refuseIfTooBad(contents);
    return contents;
  }

  /** What is audited under a digest has to be what was read. */
  private static void requireUnchanged(ListFile file, String digest) {
    if (!file.digest().equals(digest)) {
      throw new RefusedList(
          "expected %s to stay as it was, but it was changed while it was read; import it again when nobody writes to it"
              .formatted(file.path()));
    }
  }

  private void refuseIfTooBad(Contents contents) {
    long all = contents.lines() + contents.unanswered() + contents.malformed();
    if (contents.malformed() > maxBad * all) {
      String where = contents.texts().stream().filter(text -> text.malformed() > 0)
          .map(text -> text.path() + ".rejected.csv").collect(Collectors.joining(", "));
      throw new RefusedList(
          "expected at most %s %% bad lines (--max-bad), but got %,d of %,d; nothing was published, see %s".formatted(
              percent(maxBad), contents.malformed(), all, where));
    }
  }

  static String percent(double part) {
    return "%.3f".formatted(part * 100).replaceAll("\\.?0+$", "");
  }
}
