package io.dialgate.domain.policy;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.hash.Mark;

/**
 * One time that a number was allowed to be dialled, for caps.
 *
 * @param at when it was allowed
 * @param subjectMark a mark of the matter that the call was about, by which attempts on one matter are told from others
 * @param type the kind of call; null: the default
 * @param mode how it was dialled; null: the default
 * @param channel voice or text; null: the default
 */
public record Attempt(Instant at, long subjectMark, @Nullable String type, @Nullable String mode,
    @Nullable String channel) {

  /** The attempt that a request is, once it is allowed. */
  public static Attempt of(DialRequest request, Instant at) {
    return new Attempt(at, subjectMark(request), request.call().type(), request.call().mode(),
        request.call().channel());
  }

  /** The mark of the matter that a request is about: its subject, or its campaign where it names none. */
  public static long subjectMark(DialRequest request) {
    String subject = request.call().subject();
    return Mark.of(List.of(subject == null ? "campaign" : "subject",
        subject == null ? request.campaignId() : subject));
  }
}
