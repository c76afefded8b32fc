package io.dialgate.domain.risk.velocity;

/**
 * Which column of a page holds what.
 *
 * <p>A leaf's row is an event: its time and number, its currency and amount, and for each attribute two marks (see
 * {@link Gaps}): of how many windows it is the fresh start, and of how many the last of its value. A branch's row is a child: the
 * time and number of its first event, its id, and sums of what lies below it: events, events that are fresh and last by
 * attribute and window, amounts by currency. Sums of amounts are kept in two columns, of their lower 32 bits and of the rest,
 * so that neither can overflow.
 *
 * @param attributes how many attributes are counted
 * @param windows how many windows there are
 */
record Layout(int attributes, int windows) {

  static final int TIME = 0;
  static final int NUMBER = 1;

  static final int CURRENCY = 2;
  static final int AMOUNT = 3;

  static final int CHILD = 2;
  static final int EVENTS = 3;

  private static final int FIRST_MARK = 4;

  /** The currency of events whose amounts are not summed. */
  static final int UNSUMMED = 0;

  int fresh(int attribute) {
    return FIRST_MARK + 2 * attribute;
  }

  int last(int attribute) {
    return FIRST_MARK + 2 * attribute + 1;
  }

  int leafColumns() {
    return FIRST_MARK + 2 * attributes;
  }

  int freshBelow(int attribute, int window) {
    return FIRST_MARK + 2 * (attribute * windows + window);
  }

  int lastBelow(int attribute, int window) {
    return freshBelow(attribute, window) + 1;
  }

  /** Of a currency from 1 on; the column after it has the rest. */
  int lowBelow(int currency) {
    return FIRST_MARK + 2 * attributes * windows + 2 * (currency - 1);
  }

  int branchColumns() {
    return lowBelow(1);
  }
}
