package io.dialgate.bridge.outbox;

import io.dialgate.bridge.delivery.Item;

/** What a record turned out to be. */
sealed interface Reading {

  /** Nothing that the destination is told. */
  record Nothing() implements Reading {}

  /** Something that it is told. */
  record Told(Item item) implements Reading {}

  /** Nothing that can be read, now or later. */
  record Unreadable(String why) implements Reading {}
}
