package io.dialgate.cli.key;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.domain.access.ApiKey;
import io.dialgate.runtime.Refused;
import io.dialgate.wire.record.ApiKeys;

/** {@code key revoke}: a key is good no more. */
@Command(name = "revoke", mixinStandardHelpOptions = true, description = "Takes a key back; every instance refuses it within a second.")
final class KeyRevokeVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Parameters(paramLabel = "ID", description = "The key's id, as 'key list' tells it: the 12 digits after dgk_.")
  private String id = "";

  @Option(names = "--by", paramLabel = "WHO", description = "Who takes it back (default: the user at this machine).")
  private String by = System.getProperty("user.name", "unknown");

  @Option(names = "--because", paramLabel = "TEXT", description = "Why, for the audit.")
  private @Nullable String because;

  @Override
  public Integer call() {
    var topic = new KeyTopic(settings.load());
    ApiKey key = Optional.ofNullable(topic.all().get(id)).flatMap(ApiKeys::read)
        .orElseThrow(() -> new Refused(
            "expected the id of a key, but got '%s'; 'dialgate key list' shows them".formatted(Output.plain(id))));
    if (!key.revoked()) {
      topic.write(key.takenBack(), by, because);
    }
    output.print(Map.of("id", id, "revoked", true), id + "  is revoked");
    return ExitCode.DONE;
  }
}
