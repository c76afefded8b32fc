package io.dialgate.lists.contact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

import io.dialgate.domain.hash.Sha256;
import io.dialgate.lists.RefusedList;
import io.dialgate.lists.file.WhyNot;

/**
 * What one pass over a file's bytes tells.
 *
 * @param sha256 of its bytes: 64 lower-case hex digits
 * @param size in bytes
 * @param charset UTF-8 if all of it is, else Windows-1252, which any bytes can be
 * @param markBytes of a byte order mark of UTF-8; 0 if it has none
 */
public record FileFacts(String sha256, long size, Charset charset, int markBytes) {

  private static final int BUFFER_BYTES = 256 << 10;
  private static final int MARK_BYTES = 3;
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /**
   * Reads a file to its end.
   *
   * @throws RefusedList if it cannot be read, or is no text of one byte a character
   */
  public static FileFacts of(Path file) {
    var sha256 = Sha256.digest();
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer chars = CharBuffer.allocate(BUFFER_BYTES);
    byte[] array = new byte[BUFFER_BYTES];
    ByteBuffer bytes = ByteBuffer.wrap(array);
    boolean utf8 = true;
    boolean marked = false;
    long size = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = fill(in, array, bytes); read > 0; read = fill(in, array, bytes)) {
        int from = bytes.position() - read;
        marked = size == 0 ? isMarked(array, read) : marked;
        refuseZeros(array, from, read, file);
        sha256.update(array, from, read);
        size += read;
        bytes.flip();
        if (utf8) {
          utf8 = !decoder.decode(bytes, chars.clear(), false).isError();
        }
        if (utf8) {
          bytes.compact();
        } else {
          bytes.clear();
        }
      }
      // A character that the end of the file cuts.
      utf8 = utf8 && bytes.position() == 0;
    } catch (IOException e) {
      throw new RefusedList("expected %s to be a contact list, but it cannot be read (%s); name a CSV file"
          .formatted(file, WhyNot.of(e)), e);
    }
    return new FileFacts(HexFormat.of().formatHex(sha256.digest()), size, utf8 ? StandardCharsets.UTF_8 : WINDOWS,
        marked ? MARK_BYTES : 0);
  }

  private static int fill(InputStream in, byte[] array, ByteBuffer bytes) throws IOException {
    int read = in.read(array, bytes.position(), bytes.remaining());
    bytes.position(bytes.position() + Math.max(0, read));
    return read;
  }

  private static boolean isMarked(byte[] bytes, int length) {
    return length >= MARK_BYTES && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
  }

  private static void refuseZeros(byte[] bytes, int from, int length, Path file) {
    for (int i = from; i < from + length; i++) {
      if (bytes[i] == 0) {
        throw new RefusedList(
            "expected text in UTF-8 or Windows-1252, but got a zero byte in %s; save the file as UTF-8, not UTF-16 or as a workbook"
                .formatted(file));
      }
    }
  }
}
