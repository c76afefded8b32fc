package io.dialgate.cli.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.dialgate.cli.shell.Output;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.verify.LogCheck;
import io.dialgate.wire.record.EntryEnvelope;

/** What was seen of a log while it was checked, and how it is told. */
final class LogFindings {

  private final String origin;
  private @Nullable Instant first;
  private @Nullable Instant last;

  LogFindings(String origin) {
    this.origin = origin;
  }

  /** An entry went by. */
  void see(EntryEnvelope entry) {
    if (first == null || entry.time().isBefore(first)) {
      first = entry.time();
    }
    if (last == null || entry.time().isAfter(last)) {
      last = entry.time();
    }
  }

  /**
   * The log is whole.
   *
   * @param head over all entries
   * @param signed how many of them a signed head covers
   */
  void tellWhole(Output output, TreeHead head, long signed) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("log", origin);
    json.put("whole", true);
    json.put("size", head.size());
    json.put("signed", signed);
    json.put("root", head.root().toString());
    json.put("from", text(first));
    json.put("to", text(last));
    String unsigned = signed == head.size() ? "" : ", the last %,d not signed yet".formatted(head.size() - signed);
    output.print(json,
        "@|bold,green WHOLE|@   %s  %,d entries%s%n        root %s%n        %s".formatted(origin, head.size(),
            unsigned, head.root(), first == null ? "no entries yet" : "from %s to %s".formatted(first, last)));
  }

  /** The log is broken. */
  void tellBroken(Output output, NotProven failure) {
    tellBroken(output, LogCheck.Broken.of(failure));
  }

  /** The log is broken. */
  void tellBroken(Output output, LogCheck.Broken failure) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("log", origin);
    json.put("whole", false);
    json.put("index", failure.index().isPresent() ? failure.index().getAsLong() : null);
    json.put("where", failure.where());
    json.put("expected", failure.expected());
    json.put("found", failure.found());
    output.print(json,
        "@|bold,red BROKEN|@  %s%s%n        at       %s%n        expected %s%n        found    %s".formatted(
            origin, failure.index().isPresent() ? "  first at entry " + failure.index().getAsLong() : "",
            Output.plain(failure.where()), Output.plain(failure.expected()), Output.plain(failure.found())));
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }
}
