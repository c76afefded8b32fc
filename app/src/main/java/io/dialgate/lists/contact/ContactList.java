package io.dialgate.lists.contact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.lists.RefusedList;
import io.dialgate.lists.file.WhyNot;

/**
 * A contact list. It can be read as often as need be, a row at a time.
 *
 * @param file where it is
 * @param facts of its bytes
 * @param dialect how it is written
 * @param region where a number without a country code is read
 */
public record ContactList(Path file, FileFacts facts, Dialect dialect, String region) {

  /** What {@link #number} answers where there is none. */
  public static final long NO_NUMBER = -1;

  /**
   * Finds out how a list is written.
   *
   * @param column of the number: its name, or its place counted from 1; empty if it is called as usual
   * @throws RefusedList if it is no contact list, or it is not clear where the number is
   */
  public static ContactList open(Path file, Optional<String> column, Numbering numbering, String region) {
    FileFacts facts = FileFacts.of(file);
    return new ContactList(file, facts, new Sniffer(numbering, region).of(file, facts, column), region);
  }

  /** Its rows, the header first if it has one. A byte order mark stands before them. */
  public Rows rows() {
    try {
      InputStream in = Files.newInputStream(file);
      in.skipNBytes(dialect.markBytes());
      return new Rows(in, file.toString(), dialect.separator(), dialect.columns());
    } catch (IOException e) {
      throw new RefusedList(
          "expected to read %s again, but: %s; leave it where it is, and try again".formatted(file, WhyNot.of(e)), e);
    }
  }

  /** What stands before the first row: a byte order mark, or nothing. */
  public byte[] mark() {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(dialect.markBytes());
    } catch (IOException e) {
      throw new RefusedList(
          "expected to read %s again, but: %s; leave it where it is, and try again".formatted(file, WhyNot.of(e)), e);
    }
  }

  /**
   * Reads it once more from its beginning to its end.
   *
   * @throws RefusedList if it is not what it was when it was opened
   */
  public void requireUnchanged() {
    if (!FileFacts.of(file).sha256().equals(facts.sha256())) {
      throw new RefusedList(
          "expected %s to stay as it was, but it was changed while it was read; begin again when nobody writes to it"
              .formatted(file));
    }
  }

  /** The header row, to be taken off before the contacts; null if there is none. */
  public @Nullable Row header(Rows rows) {
    return dialect.header() ? Objects.requireNonNull(rows.next(), "a list has a first row") : null;
  }

  /** The number of a row, in E.164 without its plus, valid or only possible; {@link #NO_NUMBER} if it has none. */
  public long number(Row row, Numbering numbering) {
    if (row.isBroken()) {
      return NO_NUMBER;
    }
    String text = Sniffer.decoded(row.fields().get(dialect.phone()), dialect.charset()).strip();
    return switch (numbering.read(text, region)) {
      case Reading.Valid(PhoneNumber number) -> digits(number);
      case Reading.Possible(PhoneNumber number, var _) -> digits(number);
      case Reading.Unusable _ -> NO_NUMBER;
    };
  }

  private static long digits(PhoneNumber number) {
    return Long.parseLong(number.e164(), 1, number.e164().length(), 10);
  }
}
