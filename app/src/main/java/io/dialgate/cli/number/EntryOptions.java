package io.dialgate.cli.number;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.Scope;
import io.dialgate.runtime.Refused;
import io.dialgate.schemas.DncReason;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.MatchType;
import io.dialgate.schemas.OptOutDisposition;

/** The numbers and options that name entries, for {@code opt-out} and {@code opt-in}. */
final class EntryOptions {

  @Mixin
  private NumberArguments numbers;

  @Option(names = "--reason", defaultValue = "CUSTOMER_REQUEST", paramLabel = "REASON", description = "Why: ${COMPLETION-CANDIDATES} (default: CUSTOMER_REQUEST).")
  private Reason reason = Reason.CUSTOMER_REQUEST;

  @Option(names = "--list", defaultValue = "internal", paramLabel = "ID", description = "Which list (default: internal).")
  private String list = "internal";

  @Option(names = "--scope", paramLabel = "SCOPE", description = "Whom it binds: all, brand:x or campaign:y (default: all).")
  private @Nullable String scope;

  @Option(names = "--match", defaultValue = "EXACT", paramLabel = "MATCH", description = "How NUMBER is meant: EXACT, PREFIX (+1900) or HASH (SHA-256 of the E.164 form) (default: EXACT).")
  private How match = How.EXACT;

  @Option(names = "--by", paramLabel = "NAME", description = "On whose word (default: the user at this machine).")
  private String by = System.getProperty("user.name", "unknown");

  @Option(names = "--conversation", paramLabel = "ID", description = "Conversation in which the wish was expressed.")
  private @Nullable String conversation;

  /** Why. */
  enum Reason {
    CUSTOMER_REQUEST, INTERNAL_POLICY, KNOWN_LITIGATOR, PLATFORM_LIST, LITIGATION_HOLD, REASSIGNED_NUMBER, NATIONAL_DNC, STATE_DNC
  }

  /** How a number is meant. */
  enum How {
    EXACT, PREFIX, HASH
  }

  boolean everywhere() {
    return match != How.EXACT;
  }

  /** One event a number, by its key; all of them are right, or none is returned. */
  Map<OptOutDisposition, String> events(ListAction action, @Nullable Instant expiresAt) {
    checkScope();
    Map<OptOutDisposition, String> events = new LinkedHashMap<>();
    keys().forEach(key -> events.put(event(key, action, expiresAt), key));
    return events;
  }

  private List<String> keys() {
    return switch (match) {
      case EXACT -> numbers.e164();
      case PREFIX -> numbers.asTyped().stream().map(text -> checked(() -> new Match.Prefix(text).text())).toList();
      case HASH -> numbers.asTyped().stream().map(text -> checked(() -> new Match.Hash(text).text())).toList();
    };
  }

  private void checkScope() {
    checked(() -> Scope.parse(scope));
  }

  private static <T> T checked(Supplier<T> form) {
    try {
      return form.get();
    } catch (IllegalArgumentException e) {
      throw new Refused(e.getMessage() + "; nothing was changed", e);
    }
  }

  private OptOutDisposition event(String phone, ListAction action, @Nullable Instant expiresAt) {
    var event = new OptOutDisposition();
    event.setEventId(UUID.randomUUID().toString());
    event.setAction(action);
    event.setPhone(phone);
    event.setRegion(numbers.region());
    event.setReason(DncReason.valueOf(reason.name()));
    event.setListId(list);
    event.setScope(scope);
    event.setSource("cli");
    event.setAddedBy(by);
    event.setOccurredAt(Instant.now().truncatedTo(ChronoUnit.MICROS));
    event.setExpiresAt(expiresAt);
    event.setMatchType(MatchType.valueOf(match.name()));
    event.setConversationId(conversation);
    return event;
  }
}
