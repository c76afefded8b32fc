package io.dialgate.lists.contact;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A row as it goes to the rejected rows: as it came, and the reasons in two more columns before its end. A broken row goes there
 * in one quoted field, so that the file can be read whatever is wrong with the row.
 */
public final class RejectedRow {

  /** The column of the codes, joined by a bar. */
  public static final String REASON = "dnc_reason";

  /** The column of the instant from which to ask again; empty if there is none. */
  public static final String RETRY_AT = "dnc_retry_at";

  private RejectedRow() {}

  /** The bytes of a row. */
  public static byte[] of(Row row, Dialect dialect, String reason, String retryAt) {
    byte[] bytes = row.bytes();
    int content = bytes.length - endBytes(bytes);
    var out = new ByteArrayOutputStream(bytes.length + 64);
    int fields = row.fields().size();
    if (row.isBroken()) {
      out.writeBytes(quoted(new String(bytes, 0, content, StandardCharsets.ISO_8859_1)));
      fields = 1;
    } else {
      out.write(bytes, 0, content);
    }
    // Fields that a broken row has lost, so that the reasons stand under their names.
    for (int i = fields; i < dialect.columns(); i++) {
      out.write(dialect.separator());
    }
    out.writeBytes((dialect.separator() + reason + dialect.separator() + retryAt).getBytes(StandardCharsets.US_ASCII));
    out.write(bytes, content, bytes.length - content);
    return out.toByteArray();
  }

  private static byte[] quoted(String text) {
    return ('"' + text.replace("\"", "\"\"") + '"').getBytes(StandardCharsets.ISO_8859_1);
  }

  private static int endBytes(byte[] row) {
    int length = row.length;
    if (length > 1 && row[length - 2] == '\r' && row[length - 1] == '\n') {
      return 2;
    }
    return length > 0 && (row[length - 1] == '\n' || row[length - 1] == '\r') ? 1 : 0;
  }
}
