package io.dialgate.http;

import java.time.InstantSource;
import java.util.Optional;

import io.dialgate.http.Inbox.Taking;

/** For tests to which nobody posts. */
final class NoInboxes {

  private static final Inbox CLOSED = (_, _) -> new Taking.NotAcknowledged("expected no post in this test; send none");
  static final Inboxes ALL = new Inboxes(CLOSED, CLOSED, Optional.empty(), InstantSource.system());

  private NoInboxes() {}
}
