package io.dialgate.lists.scrub;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.lists.RefusedList;
import io.dialgate.lists.contact.ContactList;
import io.dialgate.lists.contact.NumberIndex;
import io.dialgate.lists.contact.RejectedRow;
import io.dialgate.lists.contact.Row;
import io.dialgate.lists.contact.RowFile;
import io.dialgate.lists.contact.RowFile.Written;
import io.dialgate.lists.contact.Rows;

/**
 * How the rows of a list came apart.
 *
 * @param clean what may be dialled
 * @param rejected what may not
 * @param rows of contacts, without the header
 * @param duplicates rows whose number another row had before
 * @param numberless rows without a usable number, broken ones among them
 * @param broken rows of which nobody can tell which field is the number
 * @param reasons how many rows were rejected for each code; a row can have several
 */
public record Split(Written clean, Written rejected, long rows, long duplicates, long numberless, long broken,
    Map<String, Long> reasons) {

  /** Why a row without a usable number is rejected. */
  public static final String NO_NUMBER = "INVALID_NUMBER";

  /**
   * Writes both files: what is rejected as it is, in its order, and every other row as it came, in its order.
   *
   * @param clean null: nothing is written, only counted; so with {@code rejected}
   * @throws RefusedList if the list changes meanwhile; then nothing is written
   */
  public static Split write(ContactList list, NumberIndex numbers, Judgement judgement, Numbering numbering,
      @Nullable Path clean, @Nullable Path rejected, LongConsumer progress) {
    if (clean == null || rejected == null) {
      return new Pass(list, numbers, judgement, numbering, null, null).run(progress);
    }
    try (var cleanPart = new RowFile(clean); var rejectedPart = new RowFile(rejected)) {
      return new Pass(list, numbers, judgement, numbering, cleanPart, rejectedPart).run(progress);
    }
  }

  /** One pass over the list. */
  private static final class Pass {

    private final ContactList list;
    private final NumberIndex numbers;
    private final Judgement judgement;
    private final Numbering numbering;
    private final @Nullable RowFile clean;
    private final @Nullable RowFile rejected;
    private final Map<String, Long> reasons = new TreeMap<>();
    private long rows;
    private long rejectedRows;
    private long numberless;
    private long broken;

    private Pass(ContactList list, NumberIndex numbers, Judgement judgement, Numbering numbering,
        @Nullable RowFile clean,
        @Nullable RowFile rejected) {
      this.list = list;
      this.numbers = numbers;
      this.judgement = judgement;
      this.numbering = numbering;
      this.clean = clean;
      this.rejected = rejected;
    }

    private Split run(LongConsumer progress) {
      try (Rows all = list.rows()) {
        header(list.header(all));
        for (Row row = all.next(); row != null; row = all.next()) {
          take(row);
          progress.accept(++rows);
        }
      }
      list.requireUnchanged();
      var none = new Written(0, 0, "");
      return new Split(clean == null ? new Written(rows - rejectedRows, none.size(), none.sha256()) : clean.finish(),
          rejected == null ? new Written(rejectedRows, none.size(), none.sha256()) : rejected.finish(), rows,
          rows - numberless - numbers.size(), numberless, broken, reasons);
    }

    private void header(@Nullable Row header) {
      if (clean == null || rejected == null) {
        return;
      }
      clean.write(list.mark());
      rejected.write(list.mark());
      if (header != null) {
        clean.write(header.bytes());
        rejected.write(RejectedRow.of(header, list.dialect(), RejectedRow.REASON, RejectedRow.RETRY_AT));
      }
    }

    private void take(Row row) {
      long number = list.number(row, numbering);
      int place = number == ContactList.NO_NUMBER ? -1 : numbers.find(number);
      if (number != ContactList.NO_NUMBER && place < 0) {
        throw new RefusedList(
            "expected %s to stay as it was, but line %d has another number now; scrub it again when nobody writes to it"
                .formatted(list.file(), row.line()));
      }
      numberless += place < 0 ? 1 : 0;
      broken += row.isBroken() ? 1 : 0;
      String why = place < 0 ? NO_NUMBER : judgement.reasons(place);
      if (why.isEmpty()) {
        if (clean != null) {
          clean.writeRow(row.bytes());
        }
        return;
      }
      rejectedRows++;
      for (String code : why.split("\\|", -1)) {
        reasons.merge(code, 1L, Long::sum);
      }
      if (rejected != null) {
        rejected.writeRow(RejectedRow.of(row, list.dialect(), why, place < 0 ? "" : judgement.retryAt(place)));
      }
    }
  }
}
