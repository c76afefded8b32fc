package io.dialgate.domain.place;

/** What kind of line a number leads to, as far as its digits tell. */
public enum LineType {
  /** A line that ends at a place. */
  FIXED,
  /** A mobile line. */
  WIRELESS,
  /** The caller pays nothing; the number tells no place. */
  TOLL_FREE,
  /** The caller pays more than for a call. */
  PREMIUM,
  /** A number of none of these kinds: internet telephony, personal numbers, pagers. */
  OTHER,
  /** The digits do not tell: so it is with most numbers of the North American Numbering Plan. */
  UNKNOWN
}
