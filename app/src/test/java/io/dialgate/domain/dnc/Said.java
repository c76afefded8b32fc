package io.dialgate.domain.dnc;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.domain.hash.Mark;

/** List events for tests: a customer's request on the internal list, unless something else is said. */
public record Said(String id, Change change, EntryId entry, Instant at, @Nullable Instant until, String source) {

  /** When everything happens that happens at no other time. */
  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  public static Said added(String id) {
    var entry = new EntryId("internal", Reason.CUSTOMER_REQUEST, new Scope.All(), new Match.Exact());
    return new Said(id, Change.ADDED, entry, NOON, null, "form");
  }

  public static Said removed(String id) {
    return added(id).change(Change.REMOVED);
  }

  public Said withId(String other) {
    return new Said(other, change, entry, at, until, source);
  }

  public Said change(Change other) {
    return new Said(id, other, entry, at, until, source);
  }

  public Said on(String list) {
    return about(new EntryId(list, entry.reason(), entry.scope(), entry.match()));
  }

  public Said because(Reason reason) {
    return about(new EntryId(entry.list(), reason, entry.scope(), entry.match()));
  }

  public Said scope(String scope) {
    return about(new EntryId(entry.list(), entry.reason(), Scope.parse(scope), entry.match()));
  }

  public Said match(Match match) {
    return about(new EntryId(entry.list(), entry.reason(), entry.scope(), match));
  }

  public Said at(Instant time) {
    return new Said(id, change, entry, time, until, source);
  }

  public Said after(long seconds) {
    return at(NOON.plusSeconds(seconds));
  }

  public Said until(@Nullable Instant time) {
    return new Said(id, change, entry, at, time, source);
  }

  public Said from(String other) {
    return new Said(id, change, entry, at, until, other);
  }

  public ListEvent event() {
    return new ListEvent(entry, change, at, until, new Provenance(source, "tester", null), Mark.of(id));
  }

  private Said about(EntryId other) {
    return new Said(id, change, other, at, until, source);
  }
}
