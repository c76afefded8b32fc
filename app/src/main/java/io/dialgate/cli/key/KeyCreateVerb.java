package io.dialgate.cli.key;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.domain.access.ApiKey;
import io.dialgate.domain.access.Caller;
import io.dialgate.domain.access.KeyToken;
import io.dialgate.domain.access.Right;
import io.dialgate.runtime.Refused;

/** {@code key create}: a new key. */
@Command(name = "create", mixinStandardHelpOptions = true, description = {
    "Makes a key of the API and prints it, this once: only its hash is kept.",
    "Every instance knows it within a second."})
final class KeyCreateVerb implements Callable<Integer> {

  private static final int MAX_NAME = 64;

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Option(names = "--name", required = true, paramLabel = "NAME", description = "Whose it is; what is changed with it is audited under this name.")
  private String name = "";

  @Option(names = "--scope", required = true, split = ",", paramLabel = "SCOPE", description = "What it may be used for: dnc:read, dnc:write, dial:check, risk:write, audit:read, policy:write; several separated by commas.")
  private List<String> scopes = new ArrayList<>();

  @Option(names = "--expires", paramLabel = "TIME", description = "First instant at which it is good no more, as in 2027-01-31T00:00:00Z (default: never).")
  private @Nullable Instant expires;

  @Option(names = "--by", paramLabel = "WHO", description = "Who makes it (default: the user at this machine).")
  private String by = System.getProperty("user.name", "unknown");

  @Option(names = "--because", paramLabel = "TEXT", description = "Why, for the audit.")
  private @Nullable String because;

  @Override
  public Integer call() {
    var random = new SecureRandom();
    KeyToken token = KeyToken.of(bytes(random, KeyToken.ID_BYTES), bytes(random, KeyToken.SECRET_BYTES));
    Instant until = expires == null ? null : expires.truncatedTo(ChronoUnit.MICROS);
    var key = new ApiKey(token.id(), token.hash(), new Caller(name(), rights()), until, false);
    new KeyTopic(settings.load()).write(key, by, because);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", token.id());
    json.put("name", name);
    json.put("key", token.text());
    output.print(json, token.text());
    output.progress("Keep it now: it is not kept anywhere else, and cannot be shown again.");
    return ExitCode.DONE;
  }

  private Set<Right> rights() {
    try {
      return scopes.stream().map(String::strip).map(Right::of).collect(Collectors.toSet());
    } catch (IllegalArgumentException e) {
      throw new Refused(e.getMessage() + "; no key was made", e);
    }
  }

  private String name() {
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw new Refused("expected --name to have 1 to %d characters, but got %d; no key was made".formatted(MAX_NAME,
          name.length()));
    }
    return name.strip();
  }

  private static byte[] bytes(SecureRandom random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
