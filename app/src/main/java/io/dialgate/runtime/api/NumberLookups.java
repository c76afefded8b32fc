package io.dialgate.runtime.api;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.http.Lookups;
import io.dialgate.query.Found;
import io.dialgate.query.Neighbour;
import io.dialgate.query.NumberQuery;
import io.dialgate.schemas.DncEntry;
import io.dialgate.schemas.DncRecord;
import io.dialgate.wire.record.DncEntries;

/**
 * Looks numbers up in the gate's stores and topics.
 *
 * @param query null: no gate runs in this process
 * @param lag of the gate; null like it
 * @param neighbour asks other instances
 * @param log of decisions
 * @param index of hashes; null: none is kept
 * @param clock tells the time
 */
record NumberLookups(@Nullable NumberQuery query, @Nullable GateLag lag, Neighbour neighbour, DecisionLog log,
    @Nullable HashIndex index, InstantSource clock) implements Lookups {

  @Override
  public Standing standing(PhoneNumber number) {
    if (query == null) {
      return new Standing.Unavailable("the gate runs in other processes; ask one of them");
    }
    return switch (query.of(number)) {
      case Found.Here(var entries, int partition, var positions) -> {
        Instant now = clock.instant();
        Long waiting = lag == null ? null : lag.of(partition);
        yield new Standing.Found(entries.stream().flatMap(one -> listed(one, now)).toList(),
            new Freshness(now, partition, positions, waiting));
      }
      case Found.Elsewhere(String hostAndPort) -> new Standing.Elsewhere(hostAndPort);
      case Found.Nowhere(String why) -> new Standing.Unavailable(why);
    };
  }

  @Override
  public Optional<Forwarded> forward(String hostAndPort, PhoneNumber number, @Nullable String authorization) {
    return neighbour.get(hostAndPort, "/v1/dnc/" + number.e164(), authorization)
        .map(answer -> new Forwarded(answer.statusCode(), type(answer), answer.body()));
  }

  @Override
  public Optional<Past> decisions(PhoneNumber number, int limit) {
    return log.latest(number, limit);
  }

  @Override
  public Optional<List<Boolean>> matches(List<String> hashes) {
    HashIndex whole = index != null && index.isWhole() ? index : null;
    return whole == null ? Optional.empty() : Optional.of(hashes.stream().map(whole::has).toList());
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("application/json");
  }

  private static Stream<DncEntry> listed(Found.Keyed keyed, Instant now) {
    DncRecord record = DncEntries.toRecord(keyed.key(), keyed.entries(), now);
    return record == null ? Stream.empty() : record.getEntries().stream();
  }
}
