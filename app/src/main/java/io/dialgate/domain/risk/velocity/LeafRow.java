package io.dialgate.domain.risk.velocity;

/** An event, as a leaf has it. */
final class LeafRow {

  final Moment moment;

  /** Its place among the customer's currencies, from 1 on; or {@link Layout#UNSUMMED}. */
  final int currency;

  /** In units of the last digit. */
  final long amount;

  /** By attribute: of how many windows it is the fresh start; 0 without a value. */
  final int[] fresh;

  /** By attribute: of how many windows it is the last of its value; 0 without one. */
  final int[] last;

  LeafRow(Moment moment, int currency, long amount, Layout layout) {
    this.moment = moment;
    this.currency = currency;
    this.amount = amount;
    this.fresh = new int[layout.attributes()];
    this.last = new int[layout.attributes()];
  }
}
