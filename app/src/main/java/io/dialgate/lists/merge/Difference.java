package io.dialgate.lists.merge;

/**
 * What has to be done to a set of numbers so that it becomes another: both are read once, side by side.
 *
 * <pre>
 *   added   = wanted \ held
 *   removed = held \ wanted
 * </pre>
 */
public final class Difference {

  private Difference() {}

  /** Is told the difference, in the order of the numbers. */
  public interface Visitor {

    /** Wanted, and not held. */
    void added(long number);

    /** Held, and not wanted. */
    void removed(long number);

    /** Both. */
    void kept(long number);
  }

  /** Tells the difference of two sorted streams, of which each names a number once. */
  public static void tell(Pairs held, Pairs wanted, Visitor visitor) {
    boolean someHeld = held.next();
    boolean someWanted = wanted.next();
    while (someHeld || someWanted) {
      int order = !someWanted ? -1 : !someHeld ? 1 : Long.compare(held.number(), wanted.number());
      if (order < 0) {
        visitor.removed(held.number());
      } else if (order > 0) {
        visitor.added(wanted.number());
      } else {
        visitor.kept(held.number());
      }
      someHeld = order <= 0 ? held.next() : someHeld;
      someWanted = order >= 0 ? wanted.next() : someWanted;
    }
  }
}
