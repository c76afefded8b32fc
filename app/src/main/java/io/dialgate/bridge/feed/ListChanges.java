package io.dialgate.bridge.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.dialgate.bridge.delivery.Item;
import io.dialgate.bridge.platform.Kind;
import io.dialgate.schemas.DncEntry;
import io.dialgate.schemas.DncReason;
import io.dialgate.schemas.DncRecord;
import io.dialgate.schemas.MatchType;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;

/**
 * Which numbers a platform's own list must have, from the table of all entries: the number goes onto the list while somebody's
 * own word forbids to call it for everyone, and off it when no entry at all is left.
 *
 * <p>Registries are not pushed: they have hundreds of millions of numbers, which no platform's list can hold. Entries of one brand
 * or campaign are not either: a platform's list would bind all of them. The gate keeps to those by itself. A number that only a
 * registry holds any more stays where it was: too much is suppressed, never too little.
 *
 * @param platform whose list it is; what came from that very list is not pushed back to it
 * @param removals whether the platform can be told to take a number off; if not, a number stays on its list
 * @param longestExpiry an expiry that is further away when the record is written is not told; zero: any is
 */
public record ListChanges(String platform, boolean removals, Duration longestExpiry) implements Feed<DncRecord> {

  private static final Set<DncReason> PUSHED = Set.of(DncReason.CUSTOMER_REQUEST, DncReason.INTERNAL_POLICY,
      DncReason.LITIGATION_HOLD, DncReason.KNOWN_LITIGATOR, DncReason.PLATFORM_LIST, DncReason.UNKNOWN);
  private static final String ALL = "all";

  @Override
  public Topic<DncRecord> topic() {
    return Topics.DNC_ENTRIES;
  }

  @Override
  public Optional<Item> item(Mail<DncRecord> mail) {
    DncRecord table = mail.value();
    if (table == null) {
      return mail.key().isEmpty() || !removals ? Optional.empty() : Optional.of(removal(mail));
    }
    List<DncEntry> binding = table.getEntries().stream().filter(this::isPushed).toList();
    return binding.isEmpty() ? Optional.empty() : Optional.of(addition(mail, table, binding));
  }

  private boolean isPushed(DncEntry entry) {
    boolean own = entry.getReason() == DncReason.PLATFORM_LIST && entry.getSource().equals(platform);
    return PUSHED.contains(entry.getReason()) && !own && entry.getMatchType() == MatchType.EXACT
        && (entry.getScope() == null || ALL.equals(entry.getScope()));
  }

  private Item addition(Mail<DncRecord> mail, DncRecord table, List<DncEntry> binding) {
    DncEntry first = binding.getFirst();
    Optional<Instant> expiry = expiry(mail.at(), binding);
    var values = new Values().phone(table.getNumber()).text("listId", first.getListId())
        .text("reason", first.getReason().name())
        .text("matchType", first.getMatchType().name().toLowerCase(Locale.ROOT)).instant("expiresAt", expiry)
        .minute("expiresAtMinute", expiry).instant("changedAt", Optional.of(table.getUpdatedAt()))
        .day("changedOn", table.getUpdatedAt());
    return new Item(Kind.LIST_ADD, mail.place(), table.getNumber(), values.all());
  }

  private static Item removal(Mail<DncRecord> mail) {
    var values = new Values().phone(mail.key()).text("matchType", "exact").instant("changedAt", Optional.of(mail.at()))
        .day("changedOn", mail.at());
    return new Item(Kind.LIST_REMOVE, mail.place(), mail.key(), values.all());
  }

  /** When the last of them ends, rounded up to a whole minute; nothing, if one never does. */
  private Optional<Instant> expiry(Instant now, List<DncEntry> binding) {
    if (binding.stream().anyMatch(entry -> entry.getExpiresAt() == null)) {
      return Optional.empty();
    }
    return binding.stream().map(entry -> Objects.requireNonNull(entry.getExpiresAt())).max(Comparator.naturalOrder())
        .filter(last -> longestExpiry.isZero() || last.isBefore(now.plus(longestExpiry)))
        .map(last -> Instant.ofEpochSecond(Math.ceilDiv(last.toEpochMilli(), 60_000) * 60));
  }
}
