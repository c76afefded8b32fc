package io.dialgate.cli.number;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.dialgate.cli.shell.ClusterOf;
import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.runtime.client.GateClient;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialPurpose;
import io.dialgate.schemas.DialRequest;
import io.dialgate.schemas.Verdict;
import io.dialgate.wire.json.DecisionJson;

/** {@code check}: one dial check a number, through the same stream as every dialler's. */
@Command(name = "check", mixinStandardHelpOptions = true, description = {
    "Asks a running gate whether numbers may be called, and prints its decisions.",
    "Ends with 1 if one of them may not."})
public final class CheckVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Mixin
  private NumberArguments numbers;

  @Option(names = "--campaign", defaultValue = "cli", paramLabel = "ID", description = "Campaign that would call (default: cli).")
  private String campaign = "cli";

  @Option(names = "--brand", paramLabel = "NAME", description = "Brand that would call.")
  private @Nullable String brand;

  @Option(names = "--purpose", defaultValue = "DIAL", paramLabel = "PURPOSE", description = "DIAL, SCRUB or PREVIEW (default: DIAL, which opens an allowance).")
  private Purpose purpose = Purpose.DIAL;

  @Option(names = "--call-type", paramLabel = "TYPE", description = "Kind of call (default: solicitation).")
  private @Nullable String callType;

  @Option(names = "--state", paramLabel = "STATE", description = "State where the person is, as two letters.")
  private @Nullable String state;

  @Option(names = "--postal-code", paramLabel = "CODE", description = "Postal code where the person is.")
  private @Nullable String postalCode;

  @Option(names = "--timeout", defaultValue = "PT15S", paramLabel = "DURATION", description = "How long to wait, ISO-8601 (default: PT15S).")
  private Duration timeout = Duration.ofSeconds(15);

  /** What the answer is wanted for. */
  enum Purpose {
    DIAL, SCRUB, PREVIEW
  }

  @Override
  public Integer call() {
    Settings loaded = settings.load();
    Map<DialRequest, String> requests = new LinkedHashMap<>();
    numbers.asTyped().forEach(number -> requests.put(request(number), numbers.key(number)));
    try (var gate = new GateClient(loaded, ClusterOf.running(loaded), timeout)) {
      List<DialDecision> decisions = gate.ask(requests);
      decisions.forEach(decision -> output.print(DecisionJson.of(decision), DecisionWords.of(decision)));
      return decisions.stream().allMatch(decision -> decision.getVerdict() == Verdict.ALLOW)
          ? ExitCode.DONE
          : ExitCode.BAD_NEWS;
    }
  }

  private DialRequest request(String number) {
    var request = new DialRequest();
    request.setRequestId(UUID.randomUUID().toString());
    request.setPhone(number);
    request.setRegion(numbers.region());
    request.setCampaignId(campaign);
    request.setBrand(brand);
    request.setPlatform("cli");
    request.setPurpose(DialPurpose.valueOf(purpose.name()));
    request.setCallType(callType);
    request.setState(state);
    request.setPostalCode(postalCode);
    request.setRequestedAt(Instant.now().truncatedTo(ChronoUnit.MICROS));
    return request;
  }
}
