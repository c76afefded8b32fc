package io.dialgate.lists.scrub;

import static io.dialgate.lists.scrub.CertificateCheck.require;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.lists.contact.ContactList;
import io.dialgate.lists.contact.Dialect;
import io.dialgate.lists.contact.FileFacts;
import io.dialgate.lists.contact.RejectedRow;
import io.dialgate.lists.contact.Row;
import io.dialgate.lists.contact.Rows;

/** Follows the rows of a list into the two files that they went to: each is in one of them, once, and nothing else is. */
final class Apart {

  private static final int BUFFER_BYTES = 256 << 10;

  private final InputStream clean;
  private final Rows rejected;
  private final Dialect dialect;
  private final Map<String, Long> reasons = new TreeMap<>();
  private long cleanRows;
  private long rejectedRows;

  private Apart(InputStream clean, Rows rejected, Dialect dialect) {
    this.clean = clean;
    this.rejected = rejected;
    this.dialect = dialect;
  }

  /**
   * Follows all of them.
   *
   * @throws NotProven at the first row that is in neither, and if the statement counts others
   */
  static void check(JsonNode statement, Path list, Path clean, Path rejected) throws NotProven {
    Dialect dialect = dialect(statement.path("input"));
    var facts = new FileFacts("", 0, dialect.charset(), dialect.markBytes());
    var contacts = new ContactList(list, facts, dialect, "");
    try (InputStream cleanRows = new BufferedInputStream(Files.newInputStream(clean), BUFFER_BYTES);
        InputStream rejectedRows = Files.newInputStream(rejected);
        Rows rows = contacts.rows();
        Rows rejectedOnes = new Rows(rejectedRows, rejected.toString(), dialect.separator(), 0)) {
      byte[] mark = contacts.mark();
      require("the clean rows", "mark", Arrays.toString(mark), Arrays.toString(cleanRows.readNBytes(mark.length)));
      require("the rejected rows", "mark", Arrays.toString(mark),
          Arrays.toString(rejectedRows.readNBytes(mark.length)));
      new Apart(cleanRows, rejectedOnes, dialect).follow(contacts, rows, statement);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void follow(ContactList contacts, Rows rows, JsonNode statement) throws IOException, NotProven {
    Row header = contacts.header(rows);
    if (header != null) {
      boolean same = isNextClean(header) && isNextRejected(header);
      require("the headers", "as the list's", "true", Boolean.toString(same));
      reasons.clear();
    }
    for (Row row = rows.next(); row != null; row = rows.next()) {
      if (isNextClean(row)) {
        cleanRows++;
      } else if (isNextRejected(row)) {
        rejectedRows++;
      } else {
        throw new NotProven("line %d of the list".formatted(row.line()),
            "it to be the next clean or the next rejected row", "neither");
      }
    }
    require("the clean rows", "ends", "-1", Integer.toString(clean.read()));
    require("the rejected rows", "ends", "true", Boolean.toString(rejected.next() == null));
    require("the statement", "clean rows", statement.path("clean").path("rows").asText(), Long.toString(cleanRows));
    require("the statement", "rejected rows", statement.path("rejected").path("rows").asText(),
        Long.toString(rejectedRows));
    Map<String, Long> stated = new TreeMap<>();
    statement.path("rejectedByReason").properties().forEach(one -> stated.put(one.getKey(), one.getValue().asLong()));
    require("the statement", "reasons", stated.toString(), reasons.toString());
  }

  private boolean isNextClean(Row row) throws IOException {
    clean.mark(row.bytes().length);
    if (Arrays.equals(clean.readNBytes(row.bytes().length), row.bytes())) {
      return true;
    }
    clean.reset();
    return false;
  }

  private boolean isNextRejected(Row row) {
    Row next = rejected.next();
    List<String> fields = next == null ? List.of() : next.fields();
    if (next == null || fields.size() < 2) {
      return false;
    }
    String reason = fields.get(fields.size() - 2);
    for (String code : reason.split("\\|", -1)) {
      reasons.merge(code, 1L, Long::sum);
    }
    return Arrays.equals(next.bytes(), RejectedRow.of(row, dialect, reason, fields.getLast()));
  }

  private static Dialect dialect(JsonNode input) {
    return new Dialect(Charset.forName(input.path("encoding").asText("UTF-8")), input.path("markBytes").asInt(),
        input.path("separator").asText(",").charAt(0), input.path("header").asBoolean(), input.path("columns").asInt(),
        input.path("phoneColumn").asInt() - 1);
  }
}
