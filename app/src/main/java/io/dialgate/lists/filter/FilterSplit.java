package io.dialgate.lists.filter;

import java.nio.file.Path;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.lists.contact.ContactList;
import io.dialgate.lists.contact.Row;
import io.dialgate.lists.contact.RowFile;
import io.dialgate.lists.contact.Rows;

/**
 * How the rows of a list came apart by a filter, as they came and in their order. A row without a valid number is one to ask
 * about.
 *
 * @param notListed rows whose number surely is on no list
 * @param ask the others
 */
public record FilterSplit(long notListed, long ask) {

  /**
   * Writes both files; each begins with the header, if the list has one.
   *
   * @param digest of the filter's kind and key
   * @throws io.dialgate.lists.RefusedList if the list changes meanwhile
   */
  public static FilterSplit write(ContactList list, FilterFile filter, NumberDigest digest, Numbering numbering,
      Path notListed, Path ask) {
    try (var clean = new RowFile(notListed); var others = new RowFile(ask); Rows rows = list.rows()) {
      Row header = list.header(rows);
      for (RowFile file : new RowFile[]{clean, others}) {
        file.write(list.mark());
        file.write(header == null ? new byte[0] : header.bytes());
      }
      for (Row row = rows.next(); row != null; row = rows.next()) {
        boolean unlisted = isSurelyUnlisted(list.number(row, numbering), filter, digest, numbering);
        (unlisted ? clean : others).writeRow(row.bytes());
      }
      list.requireUnchanged();
      return new FilterSplit(clean.finish().rows(), others.finish().rows());
    }
  }

  private static boolean isSurelyUnlisted(long number, FilterFile filter, NumberDigest digest, Numbering numbering) {
    return number != ContactList.NO_NUMBER && numbering.read("+" + number, "") instanceof Reading.Valid(var valid)
        && !filter.mayBeListed(valid.e164(), digest);
  }
}
