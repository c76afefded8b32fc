package io.dialgate.lists.contact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.lists.RefusedList;
import io.dialgate.lists.file.WhyNot;

/**
 * Finds out by its first rows how a contact list is written. What is not clear is refused rather than guessed: a wrong column
 * would be a list of other people.
 *
 * @param numbering tells what is a number
 * @param region where a number without a country code is read
 */
record Sniffer(Numbering numbering, String region) {

  /** Rows that are looked at. */
  static final int ROWS = 100;

  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  /** What the column of the number is called, if nobody says, in lower case and without anything but letters. */
  private static final Set<String> USUAL = Set.of("phone", "phonenumber", "telephone", "telephonenumber", "tel",
      "mobile",
      "mobilephone", "mobilenumber", "cell", "cellphone", "number", "msisdn");

  /**
   * Reads the beginning.
   *
   * @param facts of the file
   * @param column the column's name, or its place counted from 1; empty if nobody says
   * @throws RefusedList if it is not clear
   */
  Dialect of(Path file, FileFacts facts, Optional<String> column) {
    char separator = separator(file, facts);
    List<List<String>> rows = rows(file, facts, separator);
    if (rows.isEmpty() || rows.getFirst().isEmpty()) {
      throw new RefusedList("expected a contact list, but %s has no first row that can be read; name a CSV file"
          .formatted(file));
    }
    List<String> first = rows.getFirst();
    boolean header = first.stream().noneMatch(this::isNumber);
    int phone = header ? named(file, first, column, facts.charset()) : unnamed(file, rows, column);
    return new Dialect(facts.charset(), facts.markBytes(), separator, header, first.size(), phone);
  }

  /** The one by which most rows have as many fields as the first, and at least two. */
  private static char separator(Path file, FileFacts facts) {
    char best = SEPARATORS[0];
    double most = 0;
    for (char separator : SEPARATORS) {
      List<List<String>> rows = rows(file, facts, separator);
      int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
      double same = rows.stream().filter(row -> row.size() == columns).count() / (double) Math.max(1, rows.size());
      if (columns > 1 && same > most) {
        best = separator;
        most = same;
      }
    }
    return best;
  }

  /** The first rows; of a broken one no field. */
  private static List<List<String>> rows(Path file, FileFacts facts, char separator) {
    List<List<String>> all = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(facts.markBytes());
      var rows = new Rows(in, file.toString(), separator, 0);
      for (Row row = rows.next(); row != null && all.size() < ROWS; row = rows.next()) {
        // Under a wrong separator all of a file can be broken: it is not read to its end to find that out.
        all.add(row.fields());
      }
    } catch (IOException e) {
      throw new RefusedList("expected %s to be a contact list, but it cannot be read (%s); name a CSV file"
          .formatted(file, WhyNot.of(e)), e);
    }
    return all;
  }

  private int named(Path file, List<String> header, Optional<String> column, Charset charset) {
    List<String> names = header.stream().map(name -> decoded(name, charset).strip()).toList();
    if (column.isPresent()) {
      List<Integer> found = IntStream.range(0, names.size())
          .filter(i -> names.get(i).equalsIgnoreCase(column.get().strip())).boxed().toList();
      return found.size() == 1 ? found.getFirst() : place(file, names, column.get());
    }
    List<Integer> usual = IntStream.range(0, names.size()).filter(i -> USUAL.contains(letters(names.get(i)))).boxed()
        .toList();
    return usual.size() == 1
        ? usual.getFirst()
        : one(usual.stream().filter(i -> letters(names.get(i)).equals("phone")).toList(), file, names);
  }

  private static int one(List<Integer> found, Path file, List<String> names) {
    if (found.size() != 1) {
      throw unclear(file, "the first row has " + names);
    }
    return found.getFirst();
  }

  private int unnamed(Path file, List<List<String>> rows, Optional<String> column) {
    List<String> first = rows.getFirst();
    if (column.isPresent()) {
      return place(file, first, column.get());
    }
    List<Integer> numbers = IntStream.range(0, first.size()).filter(i -> isNumber(first.get(i))).boxed().toList();
    if (numbers.size() != 1) {
      throw unclear(file,
          "there is no row of names, and %d columns of the first row are numbers".formatted(numbers.size()));
    }
    return numbers.getFirst();
  }

  /** A column by its place. */
  private static int place(Path file, List<String> first, String column) {
    if (column.matches("[1-9]\\d{0,3}") && Integer.parseInt(column) <= first.size()) {
      return Integer.parseInt(column) - 1;
    }
    throw unclear(file, "there is no column '%s' among %s".formatted(column, first.size() > ROWS ? "them" : first));
  }

  private static RefusedList unclear(Path file, String why) {
    return new RefusedList(
        "expected one column of %s to be the phone number's, but %s; name it with --phone-column, or give its place, counted from 1"
            .formatted(file, why));
  }

  private boolean isNumber(String field) {
    return !(numbering.read(field.strip(), region) instanceof Reading.Unusable);
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  /** A field in characters; it comes a character a byte. */
  static String decoded(String field, Charset charset) {
    return new String(field.getBytes(StandardCharsets.ISO_8859_1), charset);
  }
}
