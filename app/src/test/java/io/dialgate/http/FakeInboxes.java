package io.dialgate.http;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import io.dialgate.http.Inbox.Taking;

/** For tests that are not about what platforms post. */
final class FakeInboxes {

  private static final Inbox CLOSED = (_, _) -> new Taking.NotAcknowledged("expected no post in this test; send none");
  static final Inboxes ALL = new Inboxes(CLOSED, CLOSED, Optional.empty(), InstantSource.system());

  /** Those that take whatever comes. */
  static final Inboxes TAKING = taking();

  private FakeInboxes() {}

  private static Inboxes taking() {
    Inbox inbox = (_, _) -> new Taking.Taken(Map.of());
    return new Inboxes(inbox, inbox, Optional.empty(), InstantSource.system());
  }
}
