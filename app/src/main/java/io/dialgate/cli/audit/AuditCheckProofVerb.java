package io.dialgate.cli.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.domain.audit.verify.ProofFile;
import io.dialgate.runtime.Refused;
import io.dialgate.wire.json.FactJson;
import io.dialgate.wire.record.EntryEnvelope;

/** {@code audit check-proof}: what an outsider does with a proof. */
@Command(name = "check-proof", mixinStandardHelpOptions = true, description = {
    "Checks offline that an entry is in the log whose key you trust. Needs neither Kafka nor a registry nor the network."})
final class AuditCheckProofVerb implements Callable<Integer> {

  /** The longest file that is read, in bytes: more than a proof or an entry can have. */
  private static final int MAX_BYTES = 1 << 18;

  @Mixin
  private Output output;

  @Parameters(index = "0", paramLabel = "FILE", description = "The proof: a .tlog-proof file.")
  private Path proof = Path.of("");

  @Parameters(index = "1", paramLabel = "ENTRY", description = "The entry's exact bytes.")
  private Path entry = Path.of("");

  @Option(names = "--key", paramLabel = "VKEY", required = true, description = "The log's public key, from somebody you trust.")
  private String key = "";

  @Override
  public Integer call() {
    VerifierKey trusted = LogKeys.parse(key);
    byte[] bytes = read(entry);
    try {
      ProofFile file = ProofFile.parse(read(proof));
      SignedCheckpoint signed = file.check(bytes, trusted);
      tell(bytes, file, signed);
      return ExitCode.DONE;
    } catch (NotProven failure) {
      output.print(Map.of("proven", false, "where", failure.where(), "expected", failure.expected(), "found",
          failure.found()), "@|bold,red NOT PROVEN|@  " + Output.plain(String.valueOf(failure.getMessage())));
      return ExitCode.BAD_NEWS;
    }
  }

  private void tell(byte[] bytes, ProofFile file, SignedCheckpoint signed) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("proven", true);
    json.put("log", signed.checkpoint().origin());
    json.put("index", Long.toUnsignedString(file.index()));
    json.put("size", Long.toUnsignedString(signed.head().size()));
    json.put("root", signed.head().root().toString());
    var content = EntryEnvelope.read(bytes);
    content.ifPresent(envelope -> json.put("content", FactJson.envelope(envelope)));
    output.print(json, "@|bold,green PROVEN|@  entry %s of %s, of which %s entries are signed%s".formatted(
        Long.toUnsignedString(file.index()), signed.checkpoint().origin(),
        Long.toUnsignedString(signed.head().size()),
        content.map(it -> "%n        %s about %s, recorded at %s".formatted(Output.plain(it.type()),
            Output.plain(it.subject()), it.time())).orElse("")));
  }

  private static byte[] read(Path file) {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new Refused("expected %s to have at most %d bytes, but it has more; name a proof and its entry"
            .formatted(file, MAX_BYTES));
      }
      return bytes;
    } catch (IOException e) {
      throw new Refused("expected to read %s, but got '%s'; name a file".formatted(file, e.getMessage()), e);
    }
  }
}
