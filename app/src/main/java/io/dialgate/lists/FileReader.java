package io.dialgate.lists;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.lists.file.Lines;
import io.dialgate.lists.file.ListFile;
import io.dialgate.lists.file.RejectedLines;
import io.dialgate.lists.layout.Kind;
import io.dialgate.lists.layout.Layout;
import io.dialgate.lists.layout.Row;
import io.dialgate.lists.layout.Row.Answer;
import io.dialgate.lists.layout.RowReader;
import io.dialgate.lists.merge.Spool;

/** Reads one file into a spool: numbers and what is said of them. For one file. */
final class FileReader {

  /** A registry's clock may be ahead of ours by so much. */
  private static final Duration MAX_AHEAD = Duration.ofDays(1);

  private final ListFile file;
  private final Layout layout;
  private final Areas areas;
  private final Instant latest;
  private final Spool spool;
  private final RowReader rows;
  private @Nullable Kind kind;
  private @Nullable Instant first;
  private @Nullable Instant last;
  private long lines;
  private long unanswered;

  FileReader(ListFile file, Layout layout, Areas areas, Instant now, Spool spool) {
    this.file = file;
    this.layout = layout;
    this.areas = areas;
    this.latest = now.plus(MAX_AHEAD);
    this.spool = spool;
    this.rows = new RowReader(layout);
  }

  /**
   * Reads it whole.
   *
   * @param mayBeCut whether a last line that is broken off is only one bad line
   * @throws RefusedList if it cannot be read, or holds no number
   */
  Contents.Text read(String digest, boolean mayBeCut, LongConsumer progress) {
    try (var rejected = new RejectedLines(file.path())) {
      file.read((text, name) -> read(text, name, rejected, mayBeCut), progress);
      if (kind == null) {
        throw new RefusedList(
            "expected numbers of the registry %s in %s, but found none; name another file, or its layout%s"
                .formatted(layout.registry(), file.path(),
                    rejected.count() > 0 ? " (%s says why its lines are none)".formatted(rejected.path()) : ""));
      }
      return new Contents.Text(file.path(), digest, kind, lines, unanswered, rejected.count(),
          Optional.ofNullable(first), Optional.ofNullable(last));
    }
  }

  private void read(Lines text, String name, RejectedLines rejected, boolean mayBeCut) throws IOException {
    while (text.next()) {
      if (text.length() == 0 || (layout.header() && text.number() == 1)) {
        continue;
      }
      String wrong = take(rows.read(text));
      if (wrong != null && !text.isEnded() && !mayBeCut) {
        throw new RefusedList(
            "expected %s to end with a whole line, but its line %d is broken off; deliver it again (--force takes it as it is)"
                .formatted(name, text.number()));
      }
      if (wrong != null) {
        rejected.add(text, name, wrong);
      }
    }
  }

  /** What is wrong with the row; null: nothing. */
  private @Nullable String take(Row row) {
    return switch (row) {
      case Row.Listed(long number) -> {
        String wrong = wrong(Kind.FULL, number, null);
        if (wrong == null) {
          add(number, 0);
        }
        yield wrong;
      }
      case Row.Changed(long number, Change change, Instant at) -> {
        String wrong = wrong(Kind.CHANGES, number, at);
        if (wrong == null) {
          add(number, Moment.of(change, at));
          note(at);
        }
        yield wrong;
      }
      case Row.Answered(long number, Answer answer, Instant at) -> {
        String wrong = wrong(Kind.ANSWERS, number, at);
        if (wrong == null) {
          answered(number, answer, at);
        }
        yield wrong;
      }
      case Row.Malformed(String reason) -> reason;
    };
  }

  private void answered(long number, Answer answer, Instant at) {
    note(at);
    switch (answer) {
      case LISTED -> add(number, Moment.of(Change.ADDED, at));
      case NOT_LISTED -> add(number, Moment.of(Change.REMOVED, at));
      case UNKNOWN -> unanswered++;
    }
  }

  private @Nullable String wrong(Kind of, long number, @Nullable Instant at) {
    kind = kind == null ? of : kind;
    if (of != kind) {
      return "expected a line of %s, as those before it are, but got one of %s".formatted(kind.words(), of.words());
    }
    if (!areas.cover(number)) {
      return "expected a number of the area codes %s, but got another".formatted(String.join(", ", areas.names()));
    }
    return at != null && at.isAfter(latest) ? "expected a time in the past, but got " + at : null;
  }

  private void add(long number, long payload) {
    lines++;
    spool.add(number, payload);
  }

  private void note(Instant at) {
    first = first == null || at.isBefore(first) ? at : first;
    last = last == null || at.isAfter(last) ? at : last;
  }
}
