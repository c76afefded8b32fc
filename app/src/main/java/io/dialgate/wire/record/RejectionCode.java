package io.dialgate.wire.record;

/** Why a record was rejected; the header {@code dialgate.error.code} of {@code rejected-records}. */
public enum RejectionCode {
  /** The record has no key. */
  NULL_KEY,
  /** The record has no value. */
  NULL_VALUE,
  /** Key and value together are larger than a record may be. */
  TOO_LARGE,
  /** The record's timestamp is negative, or too far ahead of the gate's clock. */
  BAD_TIMESTAMP,
  /** The value is not Avro in the Confluent wire format, or not of a schema that can be read. */
  UNREADABLE,
  /** An enum has a symbol that this version does not know. */
  UNKNOWN_SYMBOL,
  /** A field has a form that it must not have. */
  BAD_FIELD,
  /** An opt-out, a delta or an outcome has no number that could be a number. */
  UNUSABLE_NUMBER,
  /** The entry would be one too many for its number. */
  TOO_MANY_ENTRIES,
  /** The prefix entry would be one too many for the gate. */
  TOO_MANY_PREFIXES,
  /** The consent would be one too many for its number. */
  TOO_MANY_CONSENTS,
  /** The emergency block would be one too many for the gate. */
  TOO_MANY_BLOCKS,
  /** The copy would be of one registry too many, or of one area too many. */
  TOO_MANY_REGISTRIES,
  /** A policy document that cannot be one. */
  BROKEN_DOCUMENT,
  /** A platform answered that it will never take it. */
  REFUSED_BY_DESTINATION,
  /** A platform could not be told, as often as it was tried. */
  NOT_DELIVERED
}
