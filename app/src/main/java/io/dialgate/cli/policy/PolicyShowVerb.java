package io.dialgate.cli.policy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.dialgate.cli.shell.ClusterOf;
import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.domain.policy.law.LawBook;
import io.dialgate.domain.policy.law.Provision;
import io.dialgate.runtime.client.PolicyLog;
import io.dialgate.runtime.settings.BuiltInPolicy;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.schemas.PolicyActivation;

/** {@code policy show}: what is in force, or was. */
@Command(name = "show", mixinStandardHelpOptions = true, description = {
    "Prints the policy in force: its name, its content hash, who put it in force and when, and its rules.",
    "Before one is published, that is the one that policy.default names."})
final class PolicyShowVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Option(names = "--at", paramLabel = "TIME", description = "What was in force then, RFC 3339 (default: now).")
  private @Nullable Instant at;

  @Override
  public Integer call() {
    Settings loaded = settings.load();
    PolicyLog log = PolicyLog.read(loaded, ClusterOf.running(loaded));
    Optional<PolicyActivation> active = log.inForceAt(at == null ? Instant.now() : at);
    if (active.isEmpty() && loaded.gate().policy() == BuiltInPolicy.LISTS_ONLY) {
      output.print(Map.of("name", BuiltInPolicy.LISTS_ONLY.text(), "rules", List.of()),
          "lists-only: the built-in policy that knows lists and nothing else");
      return ExitCode.DONE;
    }
    LawBook book = active.map(one -> PolicyBooks.published(log, one.getHash()))
        .orElseGet(PolicyBooks::standard);
    output.print(json(book, active), words(book, active));
    return ExitCode.DONE;
  }

  private static Map<String, @Nullable Object> json(LawBook book, Optional<PolicyActivation> active) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", book.name());
    json.put("hash", book.hash());
    json.put("since", active.map(one -> one.getActivatedAt().toString()).orElse(null));
    json.put("by", active.map(PolicyActivation::getActivatedBy).orElse(null));
    json.put("rules", book.provisions().stream().map(PolicyShowVerb::json).toList());
    return json;
  }

  private static Map<String, @Nullable Object> json(Provision provision) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", provision.id());
    json.put("region", provision.region());
    json.put("asks", ProvisionWords.of(provision));
    json.put("citation", provision.citation().text());
    json.put("from", text(provision.term().from()));
    json.put("to", text(provision.term().to()));
    json.put("source", provision.citation().source());
    json.put("confidence", provision.citation().confidence().name());
    return json;
  }

  private static String words(LawBook book, Optional<PolicyActivation> active) {
    var words = new StringBuilder("@|bold %s|@  %s%n%s%n".formatted(Output.plain(book.name()), book.hash(),
        active
            .map(one -> "in force since %s, by %s".formatted(one.getActivatedAt(), Output.plain(one.getActivatedBy())))
            .orElse("built in: nothing was published yet")));
    for (Provision provision : book.provisions()) {
      words.append("%n%-20s %-6s %s%n%-27s (%s)".formatted(provision.id(), provision.region(),
          Output.plain(ProvisionWords.of(provision)), "", Output.plain(provision.citation().text())));
    }
    return words.toString();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
