package io.dialgate.runtime.scrub;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.phone.Numbering;
import io.dialgate.lists.RefusedList;
import io.dialgate.lists.contact.ContactList;
import io.dialgate.lists.contact.NumberIndex;
import io.dialgate.lists.contact.Row;
import io.dialgate.lists.contact.Rows;
import io.dialgate.lists.file.OutputFile;
import io.dialgate.lists.scrub.Certificate;
import io.dialgate.lists.scrub.Split;
import io.dialgate.numbering.LibPhoneNumbering;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.Unreachable;
import io.dialgate.runtime.client.GateClient;
import io.dialgate.runtime.client.GatePipeline;
import io.dialgate.runtime.registry.RegistryCopies;
import io.dialgate.runtime.registry.Stages;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.AuditEntry;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;

/**
 * Scrubs a contact list: reads it, asks the gate about each distinct number once, writes each row to the file that its number's
 * decision gives, and certifies all of it.
 *
 * <p>A scrub that is interrupted goes on by its id: every answer that was given is found, and no number is decided twice.
 */
public final class Scrub {

  private final Settings settings;
  private final Cluster cluster;
  private final ScrubTerms terms;
  private final String by;
  private final Duration patience;
  private final Stages stages;
  private final Numbering numbering = new LibPhoneNumbering();

  /**
   * A scrub on some terms.
   *
   * @param by who wants it
   * @param patience how long the gate may give no answer
   */
  public Scrub(Settings settings, Cluster cluster, ScrubTerms terms, String by, Duration patience, Stages stages) {
    this.settings = settings;
    this.cluster = cluster;
    this.terms = terms;
    this.by = by;
    this.patience = patience;
    this.stages = stages;
  }

  /** Is told a job's id before anything is asked. */
  @FunctionalInterface
  public interface Started {
    void job(String id);
  }

  /**
   * Scrubs one list.
   *
   * @param column of the number: its name or its place from 1; empty if it is called as usual
   * @param resumed the id of a scrub that was interrupted and goes on; null: a new one
   * @param files where the results go; null: nothing is written, only counted
   * @param prover proves the audit's entry for the certificate; null: there is none
   * @throws Refused if the list will not be taken
   * @throws Unreachable if the gate does not answer; the job can go on
   */
  public ScrubResult run(Path file, Optional<String> column, @Nullable String resumed, @Nullable ScrubFiles files,
      @Nullable EntryProver prover, Started started) {
    try {
      if (files != null) {
        files.require();
      }
      ContactList list = ContactList.open(file, column, numbering, terms.region());
      NumberIndex numbers = numbers(list);
      String basis = terms.basis(list.facts().sha256(), list.dialect().phone());
      try (Job job = Job.open(settings.embedded().dataDir().resolve("scrubs"), resumed, basis, now())) {
        started.job(job.id());
        Answers answers = ask(job, numbers);
        Split split = write(job, list, numbers, answers, files);
        if (files != null && prover != null) {
          certify(job, list, split, answers, files.certificate(), prover);
        }
        job.forget();
        return new ScrubResult(job.id(), numbers.size(), split, answers.passing());
      }
    } catch (RefusedList e) {
      throw new Refused(String.valueOf(e.getMessage()), e);
    }
  }

  /** Whether there is a scrub of this id that was interrupted, and is young enough to go on. */
  static boolean canGoOn(Settings settings, String id) {
    return Job.canGoOn(settings.embedded().dataDir().resolve("scrubs"), id, now());
  }

  private NumberIndex numbers(ContactList list) {
    var numbers = new NumberIndex();
    stages.begin("reading the list, in bytes", list.facts().size());
    long read = 0;
    try (Rows rows = list.rows()) {
      list.header(rows);
      for (Row row = rows.next(); row != null; row = rows.next()) {
        long number = list.number(row, numbering);
        if (number != ContactList.NO_NUMBER) {
          numbers.add(number);
        }
        read += row.bytes().length;
        stages.at(read);
      }
    }
    stages.end();
    return numbers;
  }

  private Answers ask(Job job, NumberIndex numbers) {
    var answers = new Answers(numbers);
    try (var journal = new Journal(job.answers(), answers);
        var gate = new GatePipeline(settings, cluster, patience)) {
      stages.begin("asking about numbers", numbers.size());
      if (answers.count() < numbers.size()) {
        gate.ask(new Asking(job, terms, numbers, answers, journal, stages), job.offsets());
      }
      journal.force();
      stages.end();
    }
    return answers;
  }

  private Split write(Job job, ContactList list, NumberIndex numbers, Answers answers, @Nullable ScrubFiles files) {
    Path clean = files == null ? null : files.clean();
    Path rejected = files == null ? null : files.rejected();
    try {
      return Split.write(list, numbers, answers, numbering, clean, rejected, _ -> {});
    } catch (UncheckedIOException e) {
      throw new UncheckedIOException(goOn(String.valueOf(e.getMessage()), job), e.getCause());
    }
  }

  private void certify(Job job, ContactList list, Split split, Answers answers, Path file, EntryProver prover) {
    Instant now = now();
    ObjectNode statement = Statement.of(job, by, terms, list, split, answers, RegistryCopies.read(settings, cluster),
        now);
    try (var gate = new GateClient(settings, cluster, patience)) {
      AuditEntry entry = gate.record(action(job, statement, now));
      int log = Integer.parseInt(entry.getLog().substring(entry.getLog().lastIndexOf('/') + 1));
      Certificate certificate = Certificate.of(statement, entry.getLog(), prover.prove(log, entry.getIndex()));
      try (var out = new OutputFile(file)) {
        out.write(certificate.bytes());
        out.finish();
      }
    } catch (NotProven e) {
      throw new Unreachable(goOn("expected the audit to prove the scrub's entry, but: " + e.getMessage(), job), e);
    } catch (UncheckedIOException e) {
      throw new UncheckedIOException(goOn(String.valueOf(e.getMessage()), job), e.getCause());
    }
  }

  /** What was decided is not lost. */
  private static String goOn(String failure, Job job) {
    return "%s; then go on with --job %s".formatted(failure, job.id());
  }

  private OperatorAction action(Job job, ObjectNode statement, Instant now) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("job", job.id());
    details.put("rows", statement.path("input").path("rows").asText());
    details.put("cleanRows", statement.path("clean").path("rows").asText());
    details.put("rejectedRows", statement.path("rejected").path("rows").asText());
    for (String part : new String[]{"input", "clean", "rejected", "decisions"}) {
      details.put(part + "Sha256", statement.path(part).path("sha256").asText());
    }
    String subject = Certificate.subject(statement);
    return new OperatorAction(subject, OperatorActionKind.SCRUB, subject, by, now, null, details);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
