package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

import io.dialgate.it.FakePlatform.Heard;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DncRecord;
import io.dialgate.schemas.Verdict;
import io.dialgate.wire.Topics;

/**
 * Whether a platform could know the same thing again by its idempotency key.
 *
 * @param heard all requests, those that failed too
 */
record KeysHeard(List<Heard> heard) {

  private static final String INTERACTIONS = "/api/v2/interactions/";

  /** @param single whether every request is about one item: its key then follows from the records that were committed */
  void assertStable(Site site, boolean single) {
    assertThat(heard).extracting(Heard::key).doesNotContain("null", "");
    assertThat(bodiesOfKey()).as("what one key stood for").allSatisfy((_, bodies) -> assertThat(bodies).hasSize(1));
    of(INTERACTIONS).forEach(one -> assertThat(one.key())
        .isEqualTo("flag-t-" + one.path().substring(INTERACTIONS.length())));
    if (single) {
      assertThat(keysOfContacts()).isEqualTo(recallsOfContacts(site));
      assertKeysArePlaces(site);
    }
  }

  private Map<String, Set<String>> bodiesOfKey() {
    Map<String, Set<String>> bodies = new HashMap<>();
    heard.forEach(one -> bodies.computeIfAbsent(one.key(), _ -> new HashSet<>()).add(one.path() + one.body()));
    return bodies;
  }

  private List<Heard> of(String path) {
    return heard.stream().filter(one -> one.path().startsWith(path)).toList();
  }

  private Map<String, Set<String>> keysOfContacts() {
    Map<String, Set<String>> keys = new TreeMap<>();
    of("/api/v2/outbound/contactlists/").forEach(one -> one.body().path("contactIds")
        .forEach(contact -> keys.computeIfAbsent(contact.asText(), _ -> new TreeSet<>()).add(one.key())));
    return keys;
  }

  private static Map<String, Set<String>> recallsOfContacts(Site site) {
    Map<String, Set<String>> recalls = new TreeMap<>();
    for (DialDecision decision : site.values(Topics.DIAL_DECISIONS)) {
      if (decision.getVerdict() == Verdict.RECALL) {
        recalls.put(String.valueOf(decision.getFacts().getRequest().getContactId()),
            Set.of("recall-" + decision.getRequestId()));
      }
    }
    return recalls;
  }

  /** A list change is named after the record of the table that it tells. */
  private void assertKeysArePlaces(Site site) {
    Map<String, String> changes = new HashMap<>();
    for (Seen<DncRecord> seen : site.committed(Topics.DNC_ENTRIES)) {
      var record = seen.record();
      changes.put("%s-%d-%d".formatted(record.topic(), record.partition(), record.offset()),
          (record.value() == null ? "Remove " : "Add ") + new String(record.key(), StandardCharsets.UTF_8));
    }
    List<Heard> pushes = of("/api/v2/outbound/dnclists/");
    assertThat(pushes).isNotEmpty().allSatisfy(one -> {
      JsonNode body = one.body();
      assertThat(body.path("phoneNumbers")).hasSize(1);
      assertThat(changes).containsEntry(one.key(),
          body.path("action").asText() + " " + body.path("phoneNumbers").path(0).asText());
    });
  }
}
