package io.dialgate.runtime.scrub;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import io.dialgate.http.ScrubDesk.Part;
import io.dialgate.http.ScrubDesk.Wish;

/**
 * A list that a caller has sent, in a folder of its own: the list, what the caller wants, how far it is, and what came of it.
 *
 * @param id of the job
 * @param folder of its own
 */
record SubmittedList(String id, Path folder) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WISH = "wish.properties";
  private static final String END = "end.json";
  private static final String RESUMED = "job";

  /** Takes what a caller sends. It exists when its wish does, which is written last. */
  static boolean keep(Path folder, InputStream list, long most, Wish wish, String caller, Instant now)
      throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve("list.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] chunk = new byte[64 << 10];
      long size = 0;
      for (int read = list.read(chunk); read >= 0; read = list.read(chunk)) {
        size += read;
        if (size > most) {
          return false;
        }
        out.write(chunk, 0, read);
      }
    }
    try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    var what = new Properties();
    what.setProperty("caller", caller);
    what.setProperty("submittedAt", now.toString());
    what.setProperty("region", wish.region());
    what.setProperty("campaignId", wish.campaignId());
    put(what, "phoneColumn", wish.phoneColumn());
    put(what, "brand", wish.brand());
    put(what, "callType", wish.callType());
    Path draft = folder.resolve(WISH + ".draft");
    try (OutputStream out = Files.newOutputStream(draft)) {
      what.store(out, null);
    }
    Files.move(draft, folder.resolve(WISH), StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  boolean exists() {
    return Files.exists(folder.resolve(WISH));
  }

  boolean hasEnded() {
    return Files.exists(folder.resolve(END));
  }

  Path list() {
    return folder.resolve("list.csv");
  }

  String caller() {
    return String.valueOf(what().getProperty("caller"));
  }

  Instant submittedAt() {
    return Instant.parse(what().getProperty("submittedAt"));
  }

  Optional<String> phoneColumn() {
    return Optional.ofNullable(what().getProperty("phoneColumn"));
  }

  ScrubTerms terms() {
    Properties what = what();
    return new ScrubTerms(what.getProperty("region"), what.getProperty("campaignId"), what.getProperty("brand"),
        what.getProperty("callType"), "api");
  }

  ScrubFiles files() {
    return new ScrubFiles(path(Part.CLEAN), path(Part.REJECTED), path(Part.CERTIFICATE));
  }

  Path path(Part part) {
    return folder.resolve(switch (part) {
      case CLEAN -> "clean.csv";
      case REJECTED -> "rejected.csv";
      case CERTIFICATE -> "certificate.json";
    });
  }

  /** The scrub that was interrupted; empty if it has not begun. */
  Optional<String> resumed() {
    Path file = folder.resolve(RESUMED);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  void begun(String job) {
    write(RESUMED, job.getBytes(StandardCharsets.US_ASCII));
  }

  /** It is over, with this to tell; the list itself is needed no more. */
  void end(Map<String, Object> told) {
    try {
      write(END, JSON.writeValueAsBytes(told));
      Files.deleteIfExists(list());
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** What it ended with. */
  Map<String, Object> told() {
    try {
      return JSON.readValue(folder.resolve(END).toFile(), new TypeReference<>() {
      });
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private void write(String name, byte[] bytes) {
    try {
      Path draft = folder.resolve(name + ".draft");
      Files.write(draft, bytes);
      Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private Properties what() {
    var what = new Properties();
    try (InputStream in = Files.newInputStream(folder.resolve(WISH))) {
      what.load(in);
    } catch (IOException e) {
      throw unusable(e);
    }
    return what;
  }

  private IllegalStateException unusable(IOException e) {
    return new IllegalStateException("expected to use the folder %s, but got '%s'".formatted(folder, e), e);
  }

  private static void put(Properties what, String name, @Nullable String value) {
    if (value != null) {
      what.setProperty(name, value);
    }
  }
}
