package io.dialgate.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.access.Caller;

/** Scrubs contact lists that callers send. May be used by many threads at once. */
public interface ScrubDesk {

  /** The most bytes of a list. */
  long MAX_LIST_BYTES = 512L << 20;

  /** What a job has when it is done. */
  enum Part {
    /** The rows that may be dialled. */
    CLEAN,
    /** The others, with their reasons. */
    REJECTED,
    /** What certifies both. */
    CERTIFICATE
  }

  /**
   * How a list is to be scrubbed.
   *
   * @param phoneColumn its name or its place from 1; null: the one that is called as usual
   * @param region where a number without a country code is read
   * @param campaignId of the calls
   * @param brand that will call; null: none
   * @param callType of the calls; null: solicitation
   */
  record Wish(@Nullable String phoneColumn, String region, String campaignId, @Nullable String brand,
      @Nullable String callType) {}

  /** What became of a list. */
  sealed interface Submission {

    /** It is kept, and will be scrubbed under this id, also after a restart. */
    record Taken(String id) implements Submission {}

    /** Too many wait already. */
    record Full(int most) implements Submission {}

    /** It has more than {@link #MAX_LIST_BYTES}. Nothing of it is kept. */
    record TooLarge() implements Submission {}
  }

  /**
   * Keeps a list, to be scrubbed after those that wait.
   *
   * @throws IOException if it breaks off; nothing of it is kept then
   */
  Submission submit(InputStream list, Wish wish, Caller caller) throws IOException;

  /** How a job is, as it is told; empty if there is none, or it is another caller's. */
  Optional<Map<String, Object>> status(String id, Caller caller);

  /** A part of a job that is done; empty if it is not, or has no such part, or is another caller's. */
  Optional<Path> part(String id, Part part, Caller caller);
}
