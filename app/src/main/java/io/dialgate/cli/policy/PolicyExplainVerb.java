package io.dialgate.cli.policy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.dialgate.cli.number.DecisionWords;
import io.dialgate.cli.number.NumberArguments;
import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.domain.gate.Decider;
import io.dialgate.domain.gate.Decision;
import io.dialgate.domain.gate.Verdict;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.place.Candidates;
import io.dialgate.domain.place.Told;
import io.dialgate.domain.place.Whereabouts;
import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.Circumstances;
import io.dialgate.domain.policy.DialRequest;
import io.dialgate.domain.policy.DialRequest.Call;
import io.dialgate.domain.policy.DialRequest.Caller;
import io.dialgate.domain.policy.DialRequest.Contact;
import io.dialgate.domain.policy.DialRequest.Purpose;
import io.dialgate.domain.policy.Limits;
import io.dialgate.domain.policy.law.Explanation;
import io.dialgate.domain.policy.law.Explanation.Explained;
import io.dialgate.domain.policy.law.LawBook;
import io.dialgate.domain.policy.law.LawPolicy;
import io.dialgate.numbering.LibPhoneNumbering;
import io.dialgate.numbering.place.NumberAtlas;
import io.dialgate.wire.json.DecisionJson;
import io.dialgate.wire.record.DialDecisions;

/** {@code policy explain}: why, and when. It needs no broker, and changes nothing. */
@Command(name = "explain", mixinStandardHelpOptions = true, description = {
    "Says what the rules say of calling a number at some moment: where the phone may be, every rule that applies with its",
    "citation, the local times, the verdict, and when to ask again.",
    "Dry: it looks at no list, no consent, no attempt and no registry, asks no broker, and changes nothing."})
final class PolicyExplainVerb implements Callable<Integer> {

  private static final Limits LIMITS = new Limits(Duration.ofMinutes(15), Duration.ofHours(24));

  @Mixin
  private Output output;

  @Mixin
  private NumberArguments numbers;

  @Option(names = "--at", paramLabel = "TIME", description = "When the call would be placed, RFC 3339 (default: now).")
  private @Nullable Instant at;

  @Option(names = "--state", paramLabel = "STATE", description = "State where the person is, as two letters.")
  private @Nullable String state;

  @Option(names = "--postal-code", paramLabel = "CODE", description = "Postal code where the person is.")
  private @Nullable String postalCode;

  @Option(names = "--zone", paramLabel = "ZONE", description = "IANA time zone where the person is.")
  private @Nullable String zone;

  @Option(names = "--call-type", paramLabel = "TYPE", description = "Kind of call (default: solicitation).")
  private @Nullable String callType;

  @Option(names = "--dial-mode", paramLabel = "MODE", description = "How it is dialled (default: predictive).")
  private @Nullable String dialMode;

  @Option(names = "--channel", paramLabel = "CHANNEL", description = "voice or text (default: voice).")
  private @Nullable String channel;

  @Option(names = "--policy", paramLabel = "FILE", description = "A policy document (default: the shipped standard policy).")
  private @Nullable Path policy;

  @Override
  public Integer call() {
    LawBook book = policy == null
        ? PolicyBooks.standard()
        : PolicyBooks.read(PolicyBooks.text(policy), policy.toString());
    var decider = new Decider(LawPolicy.dry(book), LIMITS.allowance());
    boolean allowed = true;
    for (String number : numbers.asTyped()) {
      Case call = call(number);
      Decision decision = decider.answer(call);
      Explanation why = Explanation.dry(book, call);
      output.print(json(decision, why), words(decision, why));
      allowed &= decision.verdict() == Verdict.ALLOW;
    }
    return allowed ? ExitCode.DONE : ExitCode.BAD_NEWS;
  }

  private Case call(String number) {
    Instant now = at == null ? Instant.now().truncatedTo(ChronoUnit.MICROS) : at.truncatedTo(ChronoUnit.MICROS);
    var request = new DialRequest("explain", number, numbers.region(), Purpose.PREVIEW,
        new Caller("cli", "explain", null), new Call(callType, dialMode, channel, null),
        new Contact(null, state, postalCode, zone), now, null);
    Reading reading = new LibPhoneNumbering().read(number, numbers.region());
    PhoneNumber known = DialDecisions.number(reading);
    Whereabouts where = known == null
        ? Whereabouts.UNKNOWN
        : new NumberAtlas().whereabouts(known, new Told(state, postalCode, zone));
    return new Case(request, reading, where, List.of(), List.of(), Case.History.NONE, Circumstances.NONE, null, now);
  }

  private static Map<String, @Nullable Object> json(Decision decision, Explanation why) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>(
        DecisionJson.of(DialDecisions.toRecord(decision, LIMITS)));
    Whereabouts where = decision.facts().where();
    Candidates places = why.places();
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("country", where.country());
    told.put("states", places.regions());
    told.put("zones", places.zones().stream().map(Object::toString).toList());
    told.put("localTimes", why.localTimes());
    told.put("line", where.line().name());
    told.put("sources", where.sources());
    json.put("where", told);
    json.put("rules", why.provisions().stream().map(PolicyExplainVerb::json).toList());
    return json;
  }

  private static Map<String, @Nullable Object> json(Explained rule) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", rule.provision().id());
    json.put("region", rule.provision().region());
    json.put("asks", ProvisionWords.of(rule.provision()));
    json.put("citation", rule.provision().citation().text());
    json.put("kept", rule.looked() ? rule.findings().isEmpty() : null);
    return json;
  }

  private static String words(Decision decision, Explanation why) {
    Candidates places = why.places();
    var words = new StringBuilder(DecisionWords.of(DialDecisions.toRecord(decision, LIMITS)));
    words.append("%n%n  where: %s, %s%n  local: %s%n".formatted(decision.facts().where().country(),
        places.regions().isEmpty() ? "no state" : String.join(" or ", places.regions()),
        String.join(", ", why.localTimes())));
    for (Explained rule : why.provisions()) {
      words.append("%n  %s %-20s %s%n    %-20s (%s)".formatted(mark(rule), rule.provision().id(),
          Output.plain(ProvisionWords.of(rule.provision())), "", Output.plain(rule.provision().citation().text())));
    }
    return words
        .append("%n%n  Lists, consents, attempts, registries and emergency blocks were not looked at.".formatted())
        .toString();
  }

  private static String mark(Explained rule) {
    if (!rule.looked()) {
      return "@|faint -|@";
    }
    return rule.findings().isEmpty() ? "@|green +|@" : "@|bold,red x|@";
  }
}
