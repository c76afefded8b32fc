package io.dialgate.runtime.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.dialgate.domain.audit.Frontier;
import io.dialgate.domain.audit.LeafHash;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHash;
import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.domain.audit.note.TestKey;
import io.dialgate.domain.audit.verify.ProofFile;
import io.dialgate.domain.audit.verify.Prover.ProvenEntry;
import io.dialgate.lists.RefusedList;
import io.dialgate.lists.contact.ContactList;
import io.dialgate.lists.contact.FileFacts;
import io.dialgate.lists.contact.NumberIndex;
import io.dialgate.lists.contact.Row;
import io.dialgate.lists.contact.Rows;
import io.dialgate.lists.scrub.Certificate;
import io.dialgate.lists.scrub.CertificateCheck;
import io.dialgate.lists.scrub.Split;
import io.dialgate.numbering.LibPhoneNumbering;
import io.dialgate.runtime.registry.RegistryCopies;
import io.dialgate.schemas.AuditEntry;

/** Whoever changes the certificate, or one of the files that it is about, is found out. */
class CertificateTamperingTest {

  private static final int TAMPERINGS = 1_000;
  private static final int ROWS = 60;
  private static final String ORIGIN = "dialgate.local/audit/0";
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final List<String> FILES = List.of("list", "clean", "rejected", "certificate");

  private final TestKey key = new TestKey(ORIGIN);
  private final Random random = new Random(20261121);

  @TempDir
  Path folder;

  @BeforeEach
  void scrub() throws IOException {
    var text = new StringBuilder("name,phone\r\n");
    for (int i = 0; i < ROWS; i++) {
      text.append(i % 7 == 3 ? "\"Doe, \"\"J\"\"\",n/a" : "Jane " + i + ",+1415555%04d".formatted(i % 50))
          .append("\r\n");
    }
    Files.writeString(file("list"), text);
    var numbering = new LibPhoneNumbering();
    ContactList list = ContactList.open(file("list"), Optional.empty(), numbering, "US");
    NumberIndex numbers = numbers(list, numbering);
    var answers = new Answers(numbers);
    for (int place = 0; place < numbers.size(); place++) {
      answers.put(place, new Outcome(place % 3 > 0, place % 3 > 0 ? "" : "NATIONAL_DNC|STATE_DNC", "sha256:0"),
          1_000 + place,
          Answers.NEVER);
    }
    Split split = Split.write(list, numbers, answers, numbering, file("clean"), file("rejected"), _ -> {});
    var terms = new ScrubTerms("US", "spring", null, null, "test");
    try (Job job = Job.open(folder.resolve("jobs"), null, "basis", NOW)) {
      certify(Statement.of(job, "test", terms, list, split, answers, new RegistryCopies(Map.of()), NOW));
    }
  }

  @Test
  void shouldProveWhatNobodyChanged() throws Exception {
    // when / then
    assertThat(check().checkpoint().origin()).isEqualTo(ORIGIN);
  }

  @Test
  void shouldFindEveryChange() throws Exception {
    for (int i = 0; i < TAMPERINGS; i++) {
      // given
      List<byte[]> before = contents();
      String what = tamper(i);
      assertThat(changed(before)).as("tampering %d changes something: %s", i, what).isTrue();

      // when / then
      assertThat(isFound()).as("tampering %d: %s", i, what).isTrue();
      for (int file = 0; file < FILES.size(); file++) {
        Files.write(file(FILES.get(file)), before.get(file));
      }
    }
  }

  /** An operator who scrubs again after he moved a row, and signs that, states what the rows themselves deny. */
  @Test
  void shouldFindARowThatWasMovedBeforeItWasCertified() throws Exception {
    // given
    List<String> rejected = lines("rejected");
    String moved = rejected.remove(1);
    Files.writeString(file("rejected"), String.join("", rejected));
    Files.writeString(file("clean"), String.join("", lines("clean")) + moved.replaceAll(",[A-Z_|]*,\r\n$", "\r\n"));
    ObjectNode statement = Certificate.parse(Files.readAllBytes(file("certificate"))).statement();
    refresh(statement, "clean", 1);
    refresh(statement, "rejected", -1);

    // when
    certify(statement);

    // then
    assertThat(isFound()).isTrue();
  }

  private String tamper(int i) throws IOException, NotProven {
    String name = FILES.get(random.nextInt(FILES.size()));
    byte[] bytes = Files.readAllBytes(file(name));
    int at = random.nextInt(bytes.length);
    switch (i % 8) {
      case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> bytes = spliced(bytes, at, at + 1, new byte[0]);
      case 3 -> bytes = spliced(bytes, at, at, new byte[]{(byte) (32 + random.nextInt(95))});
      case 4 -> bytes = Arrays.copyOf(bytes, at);
      case 5 -> {
        name = FILES.get(random.nextInt(3));
        List<String> rows = lines(name);
        Collections.swap(rows, 1, rows.size() - 1);
        bytes = String.join("", rows).getBytes(StandardCharsets.UTF_8);
      }
      case 6 -> {
        name = FILES.get(random.nextInt(3));
        List<String> rows = lines(name);
        String row = rows.remove(random.nextInt(rows.size()));
        Files.writeString(file("clean"), String.join("", lines("clean")) + row);
        bytes = String.join("", name.equals("clean") ? lines("clean") : rows).getBytes(StandardCharsets.UTF_8);
      }
      default -> {
        name = "certificate";
        Certificate old = Certificate.parse(Files.readAllBytes(file("certificate")));
        lie(old.statement());
        bytes = new Certificate(old.statement(), old.log(), old.entry(), old.proof()).bytes();
      }
    }
    Files.write(file(name), bytes);
    return "kind %d in %s at %d".formatted(i % 8, name, at);
  }

  /** States something else, in the way in which certificates are written; sometimes with other files to fit. */
  private void lie(ObjectNode statement) throws IOException {
    switch (random.nextInt(4)) {
      case 0 -> ((ObjectNode) statement.path("clean")).put("rows", random.nextInt(1_000, 2_000));
      case 1 -> statement.put("ended", NOW.plusSeconds(random.nextInt(1, 1_000)).toString());
      case 2 -> ((ObjectNode) statement.path("rejectedByReason")).put("NATIONAL_DNC", random.nextInt(1_000, 2_000));
      default -> {
        Files.writeString(file("clean"), String.join("", lines("clean")) + "Jane,+14155550000\r\n");
        refresh(statement, "clean", 1);
      }
    }
  }

  private void refresh(ObjectNode statement, String part, int rows) {
    FileFacts facts = FileFacts.of(file(part));
    ObjectNode stated = (ObjectNode) statement.path(part);
    stated.put("rows", stated.path("rows").asInt() + rows);
    stated.put("bytes", facts.size());
    stated.put("sha256", facts.sha256());
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
    var out = new ByteArrayOutputStream();
    out.write(bytes, 0, from);
    out.writeBytes(between);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }

  private boolean isFound() throws IOException {
    try {
      check();
      return false;
    } catch (NotProven | RefusedList found) {
      return true;
    }
  }

  private SignedCheckpoint check() throws IOException, NotProven {
    return CertificateCheck.check(Certificate.parse(Files.readAllBytes(file("certificate"))), file("list"),
        file("clean"), file("rejected"), key.verifier);
  }

  /** Records a statement in a log of one entry. */
  private void certify(ObjectNode statement) throws IOException {
    String subject = Certificate.subject(statement);
    var entry = new AuditEntry(0L, ORIGIN, NOW, "operator-actions", subject, 0, 0L,
        ByteBuffer.wrap(new byte[]{1, 2, 3}), null);
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[5]);
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new SpecificDatumWriter<>(AuditEntry.class).write(entry, encoder);
    encoder.flush();
    Frontier frontier = Frontier.empty();
    frontier.append(new LeafHash().of(out.toByteArray()));
    String checkpoint = new String(key.checkpoint(new TreeHead(1, TreeHash.of(frontier.root()))),
        StandardCharsets.UTF_8);
    var proven = new ProvenEntry(new ProofFile(Optional.empty(), 0, List.of(), checkpoint), out.toByteArray());
    Files.write(file("certificate"), Certificate.of(statement, ORIGIN, proven).bytes());
  }

  private static NumberIndex numbers(ContactList list, LibPhoneNumbering numbering) {
    var numbers = new NumberIndex();
    try (Rows rows = list.rows()) {
      list.header(rows);
      for (Row row = rows.next(); row != null; row = rows.next()) {
        long number = list.number(row, numbering);
        if (number != ContactList.NO_NUMBER) {
          numbers.add(number);
        }
      }
    }
    return numbers;
  }

  private List<byte[]> contents() throws IOException {
    List<byte[]> contents = new ArrayList<>();
    for (String name : FILES) {
      contents.add(Files.readAllBytes(file(name)));
    }
    return contents;
  }

  private boolean changed(List<byte[]> before) throws IOException {
    List<byte[]> now = contents();
    for (int i = 0; i < now.size(); i++) {
      if (!Arrays.equals(now.get(i), before.get(i))) {
        return true;
      }
    }
    return false;
  }

  private List<String> lines(String name) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readString(file(name), StandardCharsets.UTF_8).split("(?<=\n)", -1)) {
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
