package io.dialgate.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.dialgate.domain.policy.law.HolidayCalendar;
import io.dialgate.domain.policy.law.LawBook;
import io.dialgate.domain.policy.law.LawBook.Trust;
import io.dialgate.domain.policy.law.Provision;

/** Reads a whole document that has the form of one. A rule in which its schema found faults is passed over. */
final class BookReader {

  /** Where the rules stand. */
  static final String RULES = "/rules";

  private final Spot root;

  BookReader(Spot root) {
    this.root = root;
  }

  LawBook read(String hash) {
    Vocabulary types = Vocabulary.read(root.at("call-types"));
    Vocabulary modes = Vocabulary.read(root.at("dial-modes"));
    Vocabulary channels = Vocabulary.read(root.at("channels"));
    Map<String, HolidayCalendar> calendars = CalendarReader.read(root.at("calendars"));
    checkIds();
    var rules = new RuleReader(new ScopeReader(types, modes, channels), new MeasureReader(calendars.keySet()));
    return new LawBook(root.text("policy"), hash, provisions(rules), calendars,
        Trust.valueOf(root.text("contact-knowledge").toUpperCase(Locale.ROOT)), types.words(), modes.words(),
        channels.words());
  }

  private List<Provision> provisions(RuleReader reader) {
    var provisions = new ArrayList<Provision>();
    for (Spot rule : root.at("rules").items()) {
      if (!root.faults().anyIn(rule.pointer())) {
        reader.read(rule).ifPresent(provisions::add);
      }
    }
    return provisions;
  }

  /** An id names one row, whether it is evaluated or not. */
  private void checkIds() {
    var first = new HashMap<String, Integer>();
    for (String section : List.of("rules", "not-evaluated")) {
      for (Spot row : root.at(section).items()) {
        Spot id = row.at("id");
        int line = root.faults().line(id.pointer());
        Integer earlier = id.exists() ? first.putIfAbsent(id.text(), line) : null;
        if (earlier != null) {
          id.fault("an id that is used once", id.text() + ", which line " + earlier + " has too",
              "give one of the two another id");
        }
      }
    }
  }
}
