package io.dialgate.topology.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import io.dialgate.topology.history.Deed.Source;

/** Makes a history from a seed: few numbers, lists, scopes and moments, so that everything meets everything. */
final class Generator {

  static final String POSSIBLE = "+10000000000";
  static final String LETTERS = "letters";
  static final List<String> NUMBERS = List.of("+12025550101", "+12025550102", "+442079460000", POSSIBLE);

  private static final List<String> PREFIXES = List.of("+1202", "+12025550101", "+44", "+1000");
  private static final List<String> SCOPES = List.of("all", "all", "all", "brand:acme", "campaign:spring");
  private static final List<String> REASONS = List.of("CUSTOMER_REQUEST", "CUSTOMER_REQUEST", "CUSTOMER_REQUEST",
      "INTERNAL_POLICY", "LITIGATION_HOLD");
  private static final List<Duration> TICKS = List.of(Duration.ofMillis(1), Duration.ofSeconds(1),
      Duration.ofSeconds(20),
      Duration.ofMinutes(7), Duration.ofMinutes(16), Duration.ofHours(2), Duration.ofHours(30));

  private final Random random;
  private final List<Deed> deeds = new ArrayList<>();
  private final List<Deed.Ask> asked = new ArrayList<>();
  private Instant now;

  private Generator(long seed, Instant start) {
    this.random = new Random(seed);
    this.now = start;
  }

  /** A history of so many steps, with at least one restart in its middle third. */
  static List<Deed> history(long seed, Instant start, int steps) {
    var generator = new Generator(seed, start);
    int restart = steps / 3 + generator.random.nextInt(steps / 3);
    for (int i = 0; i < steps; i++) {
      generator.deeds.add(i == restart ? new Deed.Restart() : generator.next(i));
    }
    return generator.deeds;
  }

  private Deed next(int i) {
    int die = random.nextInt(100);
    if (die < 32) {
      return ask("r" + i);
    } else if (die < 38) {
      return agree("c" + i);
    } else if (die < 42) {
      return order("b" + i);
    } else if (die < 44) {
      return new Deed.Switch(random.nextInt(3) == 0);
    } else if (die < 60) {
      return say("e" + i, source(random.nextInt(10)));
    } else if (die < 68 && !asked.isEmpty()) {
      Deed.Ask ask = pick(asked);
      return new Deed.Finish(ask.id(), ask.phone().equals(LETTERS) ? pick(NUMBERS) : ask.phone(),
          random.nextBoolean());
    } else if (die < 76 && !deeds.isEmpty()) {
      return again(pick(deeds));
    } else if (die < 80) {
      return new Deed.Poison(random.nextInt(6));
    }
    Duration tick = pick(TICKS.subList(0, random.nextInt(4) == 0 ? TICKS.size() : 4));
    now = now.plus(tick);
    return new Deed.Tick(tick);
  }

  private Deed.Ask ask(String id) {
    boolean letters = random.nextInt(15) == 0;
    String phone = letters ? LETTERS : pick(NUMBERS);
    Instant dialBy = random.nextInt(4) > 0 ? null : now.plusSeconds(random.nextInt(40) - 5L);
    var ask = new Deed.Ask(id, phone, letters ? "contact" : key(phone), pick(List.of("spring", "summer")),
        random.nextBoolean() ? null : pick(List.of("acme", "other")),
        pick(List.of("DIAL", "DIAL", "DIAL", "SCRUB", "PREVIEW")),
        now, dialBy);
    asked.add(ask);
    return ask;
  }

  private Deed.Agree agree(String id) {
    String phone = pick(NUMBERS);
    return new Deed.Agree(id, random.nextBoolean(), phone, key(phone), random.nextBoolean() ? null : "acme",
        now.plusSeconds(random.nextInt(5) - 3L));
  }

  private Deed.Order order(String id) {
    boolean block = random.nextInt(3) > 0;
    Instant at = now.plusSeconds(random.nextInt(5) - 3L);
    Instant from = random.nextInt(3) > 0 ? now : now.plusSeconds(5);
    return new Deed.Order(id, block, pick(List.of("US", "US-DC", "US-LA", "GB")), at, from,
        random.nextBoolean() ? null : from.plusSeconds(1 + random.nextInt(60)));
  }

  private Deed.Say say(String id, Source source) {
    boolean add = random.nextInt(3) > 0;
    Instant at = now.plusSeconds(random.nextInt(5) - 3L);
    @Nullable
    Instant until = add && random.nextInt(3) == 0 ? at.plusSeconds(1 + random.nextInt(900)) : null;
    return switch (source) {
      case PERSON -> {
        String phone = pick(NUMBERS);
        yield new Deed.Say(source, id, add, phone, key(phone), random.nextInt(5) > 0 ? "internal" : "other",
            pick(REASONS), pick(SCOPES),
            at, until);
      }
      case REGISTRY -> {
        String phone = pick(NUMBERS);
        yield new Deed.Say(source, id, add, phone, key(phone), "us-ftc", "NATIONAL_DNC", "all", at, null);
      }
      case OPERATOR -> {
        String phone = pick(NUMBERS);
        yield new Deed.Say(source, id, add, phone, phone, "litigation", "LITIGATION_HOLD", "all", at, null);
      }
      case PREFIX -> {
        String prefix = pick(PREFIXES);
        yield new Deed.Say(source, id, add, prefix, prefix, "company", pick(REASONS), pick(SCOPES), at, until);
      }
      case HASH -> {
        String phone = pick(NUMBERS);
        yield new Deed.Say(source, id, add, Oracle.sha256(phone), "any key", "partner", pick(REASONS), pick(SCOPES), at,
            until);
      }
    };
  }

  /** The same again, or another question under the same id. */
  private Deed again(Deed deed) {
    return switch (deed) {
      case Deed.Ask ask when random.nextBoolean() ->
        new Deed.Ask(ask.id(), ask.phone(), ask.key(), "winter", ask.brand(),
            ask.purpose(), now, null);
      case Deed.Tick(Duration time) -> {
        now = now.plus(time);
        yield deed;
      }
      default -> deed;
    };
  }

  private static Source source(int die) {
    return switch (die) {
      case 0, 1 -> Source.REGISTRY;
      case 2 -> Source.OPERATOR;
      case 3 -> Source.PREFIX;
      case 4 -> Source.HASH;
      default -> Source.PERSON;
    };
  }

  private String key(String phone) {
    return random.nextInt(8) == 0 ? "mis-keyed" : phone;
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
