package io.dialgate.domain.risk;

import java.time.Duration;

/** What a feature looks at. Windows and attributes are ones that the model's plan counts. */
public sealed interface Source {

  /** The customer's tier. */
  record Tier() implements Source {}

  /** The event's amount, in its own currency; nothing is converted. */
  record Amount() implements Source {}

  /** Events in a window, this one included. */
  record Count(Duration window) implements Source {}

  /** Amounts in a window in the event's currency, this one included. */
  record Sum(Duration window) implements Source {}

  /** Different values of an attribute in a window, this event's included. */
  record Distinct(String attribute, Duration window) implements Source {}

  /** Seconds since the customer's event before this one; nothing, if there is none in the longest window. */
  record SinceLast() implements Source {}
}
