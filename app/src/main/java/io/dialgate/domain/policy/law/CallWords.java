package io.dialgate.domain.policy.law;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.place.LineType;
import io.dialgate.domain.policy.Attempt;
import io.dialgate.domain.policy.DialRequest;
import io.dialgate.domain.policy.law.Scope.WhenLineUnknown;

/**
 * What kind of call it is, in the words of a book. A word that the book does not know is held to every provision: in doubt it
 * suppresses.
 */
final class CallWords {

  private static final String DEFAULT_TYPE = "solicitation";
  private static final String DEFAULT_MODE = "predictive";
  private static final String DEFAULT_CHANNEL = "voice";

  private final LawBook book;
  private final String type;
  private final String mode;
  private final String channel;
  private final LineType line;

  CallWords(LawBook book, DialRequest.Call call, LineType line) {
    this(book, call.type(), call.mode(), call.channel(), line);
  }

  private CallWords(LawBook book, @Nullable String type, @Nullable String mode, @Nullable String channel,
      LineType line) {
    this.book = book;
    this.type = Objects.requireNonNullElse(type, DEFAULT_TYPE);
    this.mode = Objects.requireNonNullElse(mode, DEFAULT_MODE);
    this.channel = Objects.requireNonNullElse(channel, DEFAULT_CHANNEL);
    this.line = line;
  }

  /** Whether the scope's provision is to be kept to in this call. */
  boolean concern(Scope scope) {
    return named(scope) && (scope.lines().isEmpty() || (line == LineType.UNKNOWN
        ? scope.whenLineUnknown() == WhenLineUnknown.APPLIES
        : scope.lines().contains(line)));
  }

  /** Whether the scope's provision would concern this call if it knew what kind of line it is. */
  boolean lineInDoubt(Scope scope) {
    return line == LineType.UNKNOWN && !scope.lines().isEmpty() && named(scope);
  }

  /** Whether an attempt counts among those that a scope is about; its line was that of the same number. */
  boolean concern(Scope scope, Attempt attempt) {
    return new CallWords(book, attempt.type(), attempt.mode(), attempt.channel(), line).named(scope);
  }

  private boolean named(Scope scope) {
    return covers(scope.callTypes(), type, book.callTypes()) && covers(scope.dialModes(), mode, book.dialModes())
        && covers(scope.channels(), channel, book.channels());
  }

  private static boolean covers(Set<String> named, String word, Set<String> known) {
    return named.isEmpty() || named.contains(word) || !known.contains(word);
  }
}
