package io.dialgate.topology.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.dialgate.topology.history.Deed.Ask;
import io.dialgate.topology.history.Deed.Say;

/**
 * What the gate must do, in the most naive way there is: it keeps everything that was ever said, and looks at all of it at
 * every step. It shares no code with the domain.
 */
final class Oracle {

  private static final Duration ALLOWANCE = Duration.ofMinutes(15);
  private static final Duration MEMORY = Duration.ofHours(24);
  private static final Duration MAX_AGE = Duration.ofHours(1);

  private final Set<Say> said = new LinkedHashSet<>();
  private final Society society = new Society();
  private final List<Answer> answers = new ArrayList<>();
  private Instant now;

  /** A request that was answered; {@code until} is null if nothing may be placed, or nothing any more. */
  private static final class Answer {
    private final Ask ask;
    private final Instant at;
    private @Nullable Instant until;

    Answer(Ask ask, Instant at, @Nullable Instant until) {
      this.ask = ask;
      this.at = at;
      this.until = until;
    }

    boolean open(Instant at) {
      return until != null && at.isBefore(until);
    }
  }

  Oracle(Instant start) {
    this.now = start;
  }

  /** The decisions that the deed must lead to, each as key, verdict, request id and sorted codes. */
  List<String> expect(Deed deed) {
    var decisions = new ArrayList<String>();
    switch (deed) {
      case Ask ask -> answer(ask, decisions);
      case Say say -> said.add(say);
      case Deed.Agree agree -> society.agreed.add(agree);
      case Deed.Order order -> society.orders.add(order);
      case Deed.Switch(boolean strict) -> society.strict = strict;
      case Deed.Finish(String id, String phone, boolean dialled) -> finish(id, phone, dialled);
      case Deed.Tick(Duration time) -> now = now.plus(time);
      case Deed.Poison _,Deed.Restart _ -> {
        // Nothing comes of it.
      }
    }
    for (Answer answer : answers) {
      List<String> codes = bars(answer.ask);
      if (answer.open(now) && !codes.isEmpty()) {
        answer.until = null;
        decisions.add(line(answer.ask.phone(), "RECALL", answer.ask.id(), codes));
      }
    }
    return decisions;
  }

  /** What is on lists about a number: list, reason, scope, since when, until when. */
  Set<String> table(String number) {
    var table = new TreeSet<String>();
    for (Say say : said) {
      if (!say.wide() && say.subject().equals(number) && stands(say)) {
        table.add("%s %s %s %s %s".formatted(say.list(), say.reason(), say.scope(), say.at(), say.until()));
      }
    }
    return table;
  }

  /** The codes under which lists block this request now. */
  List<String> listed(Ask ask) {
    var codes = new ArrayList<String>();
    var seen = new HashSet<List<Object>>();
    for (Say say : said) {
      if (covers(say, ask.phone()) && stands(say) && concerns(say, ask) && seen.add(entry(say))) {
        boolean prefix = say.source() == Deed.Source.PREFIX;
        if (prefix) {
          codes.add("PREFIX_BLOCK");
        }
        if (!prefix || say.reason().equals("LITIGATION_HOLD")) {
          codes.add(say.reason());
        }
      }
    }
    return codes;
  }

  /** The codes under which something that people or operators said blocks this request now. */
  List<String> bars(Ask ask) {
    List<String> codes = listed(ask);
    codes.addAll(society.bars(ask, now));
    return codes;
  }

  Instant now() {
    return now;
  }

  private void answer(Ask ask, List<String> decisions) {
    String keptUnder = keptUnder(ask);
    Answer earlier = answers.stream()
        .filter(one -> keptUnder(one.ask).equals(keptUnder) && one.ask.id().equals(ask.id()))
        .filter(one -> one.open(now) || !one.at.isBefore(now.minus(MEMORY))).reduce((a, b) -> b).orElse(null);
    if (earlier != null && question(earlier.ask).equals(question(ask))) {
      return;
    }
    boolean letters = ask.phone().equals(Generator.LETTERS);
    List<String> codes = letters ? new ArrayList<>() : listed(ask);
    if (!letters) {
      codes.addAll(society.finds(ask, lastRequest(ask), now));
    }
    if (letters || ask.phone().equals(Generator.POSSIBLE)) {
      codes.add("INVALID_NUMBER");
    }
    if (earlier != null) {
      codes.add("DUPLICATE_REQUEST");
    }
    if ((ask.dialBy() != null && now.isAfter(ask.dialBy())) || now.isAfter(ask.at().plus(MAX_AGE))) {
      codes.add("REQUEST_EXPIRED");
    }
    boolean allow = codes.isEmpty();
    if (!letters && !ask.key().equals(ask.phone())) {
      codes.add("REKEYED");
    }
    decisions.add(line(letters ? ask.key() : ask.phone(), allow ? "ALLOW" : "SUPPRESS", ask.id(), codes));
    if (allow && earlier == null && ask.purpose().equals("DIAL")) {
      society.dialled.add(new Society.Dialled(ask.phone(), ask.id(), now));
    }
    if (earlier == null) {
      Instant until = now.plus(ALLOWANCE);
      Instant sooner = ask.dialBy() != null && ask.dialBy().isBefore(until) ? ask.dialBy() : until;
      answers.add(new Answer(ask, now, allow && ask.purpose().equals("DIAL") ? sooner : null));
    }
  }

  private void finish(String id, String phone, boolean dialled) {
    if (!dialled) {
      society.dialled.removeIf(one -> one.phone().equals(phone) && one.id().equals(id));
    }
    answers.stream().filter(one -> one.ask.id().equals(id) && one.ask.phone().equals(phone))
        .forEach(one -> one.until = null);
  }

  /** When the person last asked not to be called, as far as it binds this request. */
  private Instant lastRequest(Ask ask) {
    return said.stream().filter(say -> say.reason().equals("CUSTOMER_REQUEST"))
        .filter(say -> covers(say, ask.phone()) && stands(say) && concerns(say, ask)).map(Say::at)
        .max(Comparator.naturalOrder()).orElse(Instant.MIN);
  }

  /** It adds, it has not expired, and of all that was said of its entry it is the last word; a tie goes to the addition. */
  private boolean stands(Say say) {
    Say last = said.stream().filter(other -> entry(other).equals(entry(say))).max(Comparator.comparing(Say::at)
        .thenComparing(Say::add).thenComparing(other -> other.until() == null ? Instant.MAX : other.until()))
        .orElseThrow();
    return say.add() && say.at().equals(last.at()) && last.add() && same(say.until(), last.until())
        && (say.until() == null || now.isBefore(say.until()));
  }

  private static boolean same(@Nullable Instant one, @Nullable Instant other) {
    return one == null ? other == null : one.equals(other);
  }

  private static List<Object> entry(Say say) {
    return List.of(say.wide(), say.subject(), say.list(), say.reason(), say.scope());
  }

  private static boolean covers(Say say, String phone) {
    return switch (say.source()) {
      case PERSON, REGISTRY, OPERATOR -> say.subject().equals(phone);
      case PREFIX -> phone.startsWith(say.subject());
      case HASH -> say.subject().equals(sha256(phone));
    };
  }

  private static boolean concerns(Say say, Ask ask) {
    return say.reason().equals("LITIGATION_HOLD") || say.scope().equals("all")
        || say.scope().equals("brand:" + ask.brand()) || say.scope().equals("campaign:" + ask.campaign());
  }

  private static List<String> question(Ask ask) {
    return List.of(ask.phone(), ask.campaign(), String.valueOf(ask.brand()), ask.purpose());
  }

  private static String keptUnder(Ask ask) {
    return ask.phone().equals(Generator.LETTERS) ? ask.key() : ask.phone();
  }

  static String line(String key, String verdict, String id, List<String> codes) {
    return "%s %s %s %s".formatted(key, verdict, id, codes.stream().sorted().toList());
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
