package io.dialgate.cli.key;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.domain.access.ApiKey;
import io.dialgate.domain.access.Right;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.wire.record.ApiKeys;

/** {@code key list}: every key. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists every key that was made, those that were revoked too, without their secrets.")
final class KeyListVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Override
  public Integer call() {
    new KeyTopic(settings.load()).all().values().forEach(this::print);
    return ExitCode.DONE;
  }

  private void print(OperatorAction action) {
    ApiKeys.read(action).ifPresent(key -> output.print(json(key, action), words(key, action)));
  }

  private static Map<String, @Nullable Object> json(ApiKey key, OperatorAction action) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", key.id());
    json.put("name", key.caller().name());
    json.put("scopes", key.caller().rights().stream().sorted().map(Right::scope).toList());
    json.put("expiresAt", key.expiresAt() == null ? null : key.expiresAt().toString());
    json.put("revoked", key.revoked());
    json.put("by", action.getWho());
    json.put("at", action.getOccurredAt().toString());
    return json;
  }

  private static String words(ApiKey key, OperatorAction action) {
    return "%s  %s  %s  %s%s".formatted(key.id(), Output.plain(key.caller().name()),
        key.caller().rights().stream().sorted().map(Right::scope).collect(Collectors.joining(",")),
        key.revoked() ? "@|bold,red revoked|@ " + action.getOccurredAt() : "made " + action.getOccurredAt(),
        key.expiresAt() == null ? "" : ", until " + key.expiresAt());
  }
}
