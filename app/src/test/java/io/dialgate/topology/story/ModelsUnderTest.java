package io.dialgate.topology.story;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.dialgate.domain.risk.Band;
import io.dialgate.domain.risk.Category;
import io.dialgate.domain.risk.Feature;
import io.dialgate.domain.risk.RiskModel;
import io.dialgate.domain.risk.Source;
import io.dialgate.domain.risk.velocity.VelocityPlan;
import io.dialgate.topology.document.Documents;
import io.dialgate.wire.record.Policies;

/**
 * Models in a few words: {@code threshold 50}, or {@code window PT2H threshold 50}. They score an amount over 5,000 with 20, one
 * over 10,000 with 30, another with 10; more than 2 events in the window with 15, more than 5 with 25; and the tier new with 20,
 * premium with 10, another with 15.
 */
final class ModelsUnderTest implements Documents<RiskModel> {

  static final String BUILT_IN = "window PT1H threshold 65";

  /** How far behind a customer's latest event another is counted where it belongs. */
  static final Duration GRACE = Duration.ofMinutes(10);

  /** How far ahead of its arrival an event may be. */
  static final Duration SKEW = Duration.ofMinutes(5);

  private static final Pattern WORDS = Pattern.compile("(?:window (\\S+) )?threshold (\\d+)");

  @Override
  public RiskModel builtIn() {
    return model(BUILT_IN, Duration.ofHours(1), 65);
  }

  @Override
  public String builtInHash() {
    return Policies.hash(BUILT_IN);
  }

  @Override
  public Read<RiskModel> read(String text, Function<String, Optional<String>> published) {
    Matcher words = WORDS.matcher(text);
    if (!words.matches()) {
      return new Read.Broken<>(List.of("expected a threshold, but got '%s'".formatted(text)));
    }
    Duration window = words.group(1) == null ? Duration.ofHours(1) : Duration.parse(words.group(1));
    return new Read.Usable<>(model(text, window, Integer.parseInt(words.group(2))));
  }

  @Override
  public RiskModel missing(String hash, String why) {
    throw new AssertionError(hash + ": " + why);
  }

  private static RiskModel model(String text, Duration window, int threshold) {
    var plan = new VelocityPlan(List.of(Duration.ofMinutes(1), window), List.of("channel"), GRACE, SKEW);
    var tier = new Feature("tier", new Source.Tier(), List.of(new Band.Is("new", 20), new Band.Is("premium", 10)), 15,
        1,
        100);
    var amount = new Feature("amount", new Source.Amount(), over("10000", 30, "5000", 20), 10, 1, 100);
    var count = new Feature("count", new Source.Count(window), over("5", 25, "2", 15), 0, 1, 100);
    return new RiskModel("under test", Policies.hash(text), null, plan,
        new RiskModel.Tiers(List.of("new", "standard", "premium"), "standard"), 100, List.of(tier, amount, count),
        List.of(new Category("new_customer", "new", null, 30), new Category("standard", null, null, threshold)));
  }

  private static List<Band> over(String high, int most, String low, int more) {
    return List.of(new Band.Over(new BigDecimal(high), most), new Band.Over(new BigDecimal(low), more));
  }
}
