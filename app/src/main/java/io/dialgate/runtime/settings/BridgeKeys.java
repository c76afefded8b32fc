package io.dialgate.runtime.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.dialgate.bridge.platform.Kind;

/** The keys of the bridges. Every one is off until it is told where to go. */
public final class BridgeKeys {

  private static final Duration DAY = Duration.ofDays(1);

  /** The keys of one platform. */
  public record OfPlatform(SettingKey profile, SettingKey url, SettingKey tokenUrl, SettingKey clientId,
      SettingKey clientSecret, SettingKey parameters, SettingKey operations, SettingKey rate) {

    List<SettingKey> all() {
      return List.of(profile, url, tokenUrl, clientId, clientSecret, parameters, operations, rate);
    }
  }

  /** The keys of one address of the site's own. */
  public record OfHook(SettingKey url, SettingKey secret) {}

  public static final OfPlatform CXONE = platform("cxone", "guide or admin-api", "NICE CXone");
  public static final OfPlatform GENESYS = platform("genesys", "platform-api", "Genesys Cloud");
  public static final OfHook ALERTS = hook("alerts", "every alert");

  public static final OfHook SUMMARIES = hook("summaries", "the summary of every interval");
  public static final SettingKey SUMMARIES_EVERY = duration("bridge.summaries.every", Duration.ofSeconds(1), DAY,
      "PT5M", "How long an interval is that is summed up; it ends at whole multiples of this since 1970, UTC.");

  public static final SettingKey TIMEOUT = duration("bridge.timeout", Duration.ofMillis(100), Duration.ofMinutes(2),
      "PT10S", "How long a request of a bridge may take, from its first byte to its answer's last.");
  public static final SettingKey ATTEMPTS = key("bridge.attempts", Check.wholeNumber(1, 100), "5", "attempts",
      "How often a request is tried before what is in it is put down to be tried again later.");
  public static final SettingKey BACKOFF_FIRST = duration("bridge.backoff.first", Duration.ofMillis(1), DAY, "PT0.5S",
      "The longest wait after a first failure; it doubles with every further one, and the wait is drawn between zero and it.");
  public static final SettingKey BACKOFF_LONGEST = duration("bridge.backoff.longest", Duration.ofMillis(1), DAY,
      "PT30S", "The longest wait after any failure.");
  public static final SettingKey BREAKER_MINIMUM_CALLS = key("bridge.breaker.minimum.calls",
      Check.wholeNumber(1, 10_000), "20", "calls",
      "How many calls within 30 seconds a destination's breaker must have seen before it judges; at half of them failed it opens.");
  public static final SettingKey BREAKER_OPEN = duration("bridge.breaker.open", Duration.ofMillis(10), DAY, "PT1M",
      "How long an open breaker keeps calls back before it lets 10 try.");
  public static final SettingKey RETRY_WAIT = duration("bridge.retry.wait", Duration.ofMillis(10), DAY, "PT5M",
      "After what time that which could not be delivered is tried again.");
  public static final SettingKey RETRY_ROUNDS = key("bridge.retry.rounds", Check.wholeNumber(0, 10_000), "12", "rounds",
      "How often that is done before it is given up, into rejected-records.");
  public static final SettingKey REACH = duration("bridge.reach", Duration.ZERO, Duration.ofDays(400), "PT1H",
      "How far back a bridge that never ran begins; the table of numbers not to be called it always carries over whole.");
  public static final SettingKey PAUSED = key("bridge.paused",
      Check.someOf(List.of("cxone", "genesys", "alerts", "summaries")), null, "list",
      "Destinations that are kept waiting: nothing is delivered, nothing is lost.");

  /** All of them, in the order of the reference. */
  public static final List<SettingKey> ALL = all();

  private BridgeKeys() {}

  private static List<SettingKey> all() {
    List<SettingKey> all = new ArrayList<>();
    all.addAll(CXONE.all());
    all.addAll(GENESYS.all());
    all.addAll(List.of(ALERTS.url(), ALERTS.secret(), SUMMARIES.url(), SUMMARIES.secret(), SUMMARIES_EVERY, TIMEOUT,
        ATTEMPTS, BACKOFF_FIRST, BACKOFF_LONGEST, BREAKER_MINIMUM_CALLS, BREAKER_OPEN, RETRY_WAIT, RETRY_ROUNDS, REACH,
        PAUSED));
    return List.copyOf(all);
  }

  private static OfPlatform platform(String name, String shipped, String words) {
    String prefix = "bridge." + name + ".";
    return new OfPlatform(
        key(prefix + "profile", Check.matching(".*\\S.*", shipped + ", or a file"), null, "name or file",
            "What the API of " + words + " looks like: " + shipped
                + ", or a profile of your own; without it, nothing is told to it."),
        key(prefix + "url", Check.httpUrl(), null, "URL", "Where the API is; without it, where the profile says."),
        key(prefix + "token.url", Check.httpUrl(), null, "URL",
            "Where tokens are had; without it, where the profile says."),
        key(prefix + "client.id", Check.matching("\\S{1,500}", "1 to 500 characters without blanks"), null, "text",
            "The id of the client or of the access key."),
        key(prefix + "client.secret", secret(), null, "secret", "Its secret; it is never logged nor shown.")
            .asSecret(),
        key(prefix + "parameters",
            Check.matching("[A-Za-z][A-Za-z0-9]*=[^,\\s]+(\\s*,\\s*[A-Za-z][A-Za-z0-9]*=[^,\\s]+)*",
                "name=value, or several separated by commas"),
            null, "name=value list", "What the profile's templates name beside the fields, for example dncListId=…."),
        key(prefix + "operations", Check.someOf(Kind.ids()), null, "list",
            "What is told to it; without it, all that the profile has."),
        key(prefix + "rate", Check.wholeNumber(1, 10_000), "100", "requests a second",
            "How many requests are sent to it, at most."));
  }

  private static OfHook hook(String name, String words) {
    String prefix = "bridge." + name + ".";
    return new OfHook(
        key(prefix + "url", Check.httpUrl(), null, "URL", "Where " + words + " is posted to; without it, nowhere."),
        key(prefix + "secret", secret(), null, "secret",
            "With what it is signed (HMAC-SHA-256); it is never logged nor shown.").asSecret());
  }

  private static Check secret() {
    return Check.matching("(?s).*\\S.*", "a secret that is not empty");
  }

  private static SettingKey duration(String name, Duration least, Duration most, String fallback, String sentence) {
    return key(name, Check.duration(least, most), fallback, "ISO-8601 duration", sentence);
  }

  private static SettingKey key(String name, Check check, @Nullable String fallback, String unit, String sentence) {
    return new SettingKey(name, check, fallback, unit, sentence);
  }
}
