package io.dialgate.runtime.scrub;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.dialgate.lists.contact.ContactList;
import io.dialgate.lists.contact.Dialect;
import io.dialgate.lists.contact.RowFile;
import io.dialgate.lists.scrub.Certificate;
import io.dialgate.lists.scrub.Split;
import io.dialgate.runtime.registry.RegistryCopies;

/** What a certificate states. */
final class Statement {

  private final ObjectNode all = Certificate.newStatement();

  private Statement() {}

  /** All of it, of a job that is decided. */
  static ObjectNode of(Job job, String by, ScrubTerms terms, ContactList list, Split split, Answers answers,
      RegistryCopies registries, Instant now) {
    var statement = new Statement();
    statement.job(job, by, terms, now);
    statement.files(list, split);
    statement.decisions(job, split, answers);
    statement.registries(registries, now);
    return statement.all;
  }

  private void job(Job job, String by, ScrubTerms terms, Instant now) {
    all.put("job", job.id());
    all.put("by", by);
    all.put("begun", job.begun().toString());
    all.put("ended", now.toString());
    all.put("region", terms.region());
    all.put("campaign", terms.campaign());
    all.put("brand", terms.brand());
    all.put("callType", terms.callType());
    all.put("platform", terms.platform());
  }

  private void files(ContactList list, Split split) {
    Dialect dialect = list.dialect();
    ObjectNode input = all.putObject("input");
    input.put("bytes", list.facts().size());
    input.put("sha256", list.facts().sha256());
    input.put("rows", split.rows());
    input.put("encoding", dialect.charset().name());
    input.put("markBytes", dialect.markBytes());
    input.put("separator", String.valueOf(dialect.separator()));
    input.put("header", dialect.header());
    input.put("columns", dialect.columns());
    input.put("phoneColumn", dialect.phone() + 1);
    written("clean", split.clean());
    written("rejected", split.rejected());
    ObjectNode reasons = all.putObject("rejectedByReason");
    split.reasons().forEach(reasons::put);
  }

  private void written(String name, RowFile.Written written) {
    ObjectNode file = all.putObject(name);
    file.put("bytes", written.size());
    file.put("sha256", written.sha256());
    file.put("rows", written.rows());
  }

  private void decisions(Job job, Split split, Answers answers) {
    all.put("duplicateRows", split.duplicates());
    all.put("rowsWithoutNumber", split.numberless());
    all.put("brokenRows", split.broken());
    ObjectNode decisions = all.putObject("decisions");
    decisions.put("numbers", answers.count());
    decisions.put("sha256", answers.digest(job.id()));
    Instant[] span = answers.span();
    if (span.length > 0) {
      decisions.put("first", span[0].toString());
      decisions.put("last", span[1].toString());
    }
    ObjectNode passing = all.putObject("numbersPassingWithTime");
    answers.passing().forEach(passing::put);
    ObjectNode policies = all.putObject("numbersByPolicy");
    answers.policies().forEach(policies::put);
  }

  private void registries(RegistryCopies registries, Instant now) {
    ArrayNode copies = all.putArray("registries");
    registries.all().forEach(status -> {
      ObjectNode copy = copies.addObject();
      copy.put("registry", status.getRegistry());
      copy.put("area", status.getArea());
      copy.put("asOf", status.getAsOf().toString());
      copy.put("ageDays", Duration.between(status.getAsOf(), now).toDays());
      copy.put("sha256", status.getFileDigest());
    });
  }
}
