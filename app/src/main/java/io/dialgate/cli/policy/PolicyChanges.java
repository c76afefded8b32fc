package io.dialgate.cli.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.dialgate.domain.policy.law.LawBook;
import io.dialgate.domain.policy.law.Provision;

/**
 * What one book has that another has not, by the ids of rules.
 *
 * @param added rules that are new
 * @param removed rules that are gone
 * @param changed rules that say something else
 */
record PolicyChanges(List<String> added, List<String> removed, List<String> changed) {

  static PolicyChanges between(LawBook before, LawBook after) {
    Map<String, String> old = rules(before);
    Map<String, String> next = rules(after);
    return new PolicyChanges(next.keySet().stream().filter(id -> !old.containsKey(id)).toList(),
        old.keySet().stream().filter(id -> !next.containsKey(id)).toList(),
        next.keySet().stream().filter(id -> old.containsKey(id) && !Objects.equals(next.get(id), old.get(id)))
            .toList());
  }

  String words() {
    return added.isEmpty() && removed.isEmpty() && changed.isEmpty()
        ? "no rule changes"
        : "new: %s%ngone: %s%nchanged: %s".formatted(told(added), told(removed), told(changed));
  }

  private static Map<String, String> rules(LawBook book) {
    Map<String, String> rules = new LinkedHashMap<>();
    for (Provision provision : book.provisions()) {
      rules.put(provision.id(), provision + " " + book.calendars());
    }
    return rules;
  }

  private static String told(List<String> ids) {
    return ids.isEmpty() ? "none" : String.join(", ", ids);
  }
}
