package io.dialgate.domain.risk.velocity;

import java.nio.charset.StandardCharsets;

/**
 * Keys of one customer's pages under one plan: the customer (length, UTF-8), the plan's mark (8 bytes), a letter for the kind,
 * and which one of that kind.
 */
final class PageKeys {

  /** The kind of the one page that every customer has. */
  static final char HEAD = 'h';

  private final byte[] customer;
  private final long plan;

  PageKeys(String customer, long plan) {
    this.customer = customer.getBytes(StandardCharsets.UTF_8);
    this.plan = plan;
  }

  /** Of what is told once of a customer. */
  byte[] head() {
    return key(HEAD, 0);
  }

  /** Of a page of the tree. */
  byte[] node(long id) {
    return key('n', id);
  }

  /** Of a page of values. */
  byte[] values(long bucket) {
    return key('v', bucket);
  }

  private byte[] key(char kind, long which) {
    return new PageWriter().text(customer).fixed(plan, Long.BYTES).fixed(kind, 1).number(which).toBytes();
  }
}
