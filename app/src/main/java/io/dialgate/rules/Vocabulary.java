package io.dialgate.rules;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * The words of one kind that a document's rules are scoped by, and which word is a kind of which: a rule about
 * {@code prerecorded} calls is one about {@code ai-voice} calls too, if that is a kind of it.
 *
 * <p>A group is a word that only gathers others: rules name it, calls do not.
 */
final class Vocabulary {

  private final Map<String, @Nullable String> parents = new TreeMap<>();
  private final Set<String> groups = new TreeSet<>();

  private Vocabulary() {}

  static Vocabulary read(Spot section) {
    var vocabulary = new Vocabulary();
    for (String word : section.fields()) {
      Spot entry = section.at(word);
      vocabulary.parents.put(word, entry.has("kind-of") ? entry.text("kind-of") : null);
      if (entry.has("group")) {
        vocabulary.groups.add(word);
      }
    }
    vocabulary.check(section);
    return vocabulary;
  }

  /** The words that a call can be of. */
  Set<String> words() {
    var words = new TreeSet<>(parents.keySet());
    words.removeAll(groups);
    return words;
  }

  /** The words that a rule's list names, and all that are kinds of them; none, if there is no list. */
  Set<String> scope(Spot list) {
    var scope = new TreeSet<String>();
    for (Spot item : list.items()) {
      if (!parents.containsKey(item.text())) {
        item.fault("one of " + String.join(", ", parents.keySet()), "\"" + item.text() + "\"",
            "correct it, or add it to the document's own list");
      }
      words().stream().filter(word -> isKindOf(word, item.text())).forEach(scope::add);
    }
    return scope;
  }

  private boolean isKindOf(String word, String other) {
    return ancestors(word).contains(other);
  }

  /** The word, what it is a kind of, and so on; ends where a word comes again. */
  private Set<String> ancestors(String word) {
    var seen = new LinkedHashSet<String>();
    String at = word;
    while (at != null && seen.add(at)) {
      at = parents.get(at);
    }
    return seen;
  }

  private void check(Spot section) {
    parents.forEach((word, parent) -> {
      Spot where = section.at(word).at("kind-of");
      if (parent != null && !parents.containsKey(parent)) {
        where.fault("one of " + String.join(", ", parents.keySet()), "\"" + parent + "\"", "correct it or add it");
      } else if (parent != null && ancestors(parent).contains(word)) {
        where.fault("a word that is no kind of itself", "\"" + parent + "\", which is a kind of " + word,
            "leave one of the two kind-of out");
      }
    });
    for (String group : groups) {
      if (words().stream().noneMatch(word -> isKindOf(word, group))) {
        section.at(group).fault("a group that some word is a kind of", group + ", which no word is a kind of",
            "leave it out, or name it as kind-of");
      }
    }
  }
}
