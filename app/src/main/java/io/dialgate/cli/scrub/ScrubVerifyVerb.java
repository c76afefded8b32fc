package io.dialgate.cli.scrub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.dialgate.cli.audit.LogKeys;
import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.lists.RefusedList;
import io.dialgate.lists.file.WhyNot;
import io.dialgate.lists.scrub.Certificate;
import io.dialgate.lists.scrub.CertificateCheck;
import io.dialgate.runtime.Refused;

/** {@code scrub verify}: what an outsider does with a scrub's certificate. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = {
    "Checks offline that three files are those of a certificate, that every row of the list is in one of the two others, and that",
    "the certificate is recorded in the log whose key you trust. Needs neither Kafka nor a registry nor the network."})
final class ScrubVerifyVerb implements Callable<Integer> {

  @Mixin
  private Output output;

  @Parameters(index = "0", paramLabel = "CERT", description = "The certificate.")
  private Path certificate = Path.of("");

  @Parameters(index = "1", paramLabel = "INPUT", description = "The list that was scrubbed.")
  private Path list = Path.of("");

  @Parameters(index = "2", paramLabel = "CLEAN", description = "Its clean rows.")
  private Path clean = Path.of("");

  @Parameters(index = "3", paramLabel = "REJ", description = "Its rejected rows.")
  private Path rejected = Path.of("");

  @Option(names = "--key", paramLabel = "VKEY", required = true, description = "The public key of the certificate's log, or of another log of the same key, from somebody you trust.")
  private String key = "";

  @Override
  public Integer call() {
    VerifierKey trusted = LogKeys.parse(key);
    try (var in = Files.newInputStream(certificate)) {
      Certificate read = Certificate.parse(in.readNBytes(Certificate.MAX_BYTES + 1));
      SignedCheckpoint signed = CertificateCheck.check(read, list, clean, rejected, keyOf(read, trusted));
      tell(read, signed);
      return ExitCode.DONE;
    } catch (NotProven failure) {
      output.print(Map.of("proven", false, "where", failure.where(), "expected", failure.expected(), "found",
          failure.found()), "@|bold,red NOT PROVEN|@  " + Output.plain(String.valueOf(failure.getMessage())));
      return ExitCode.BAD_NEWS;
    } catch (RefusedList e) {
      throw new Refused(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new Refused(
          "expected %s to be a certificate, but it cannot be read (%s); name the file that the scrub wrote"
              .formatted(certificate, WhyNot.of(e)),
          e);
    }
  }

  /** One key signs all logs of an origin. */
  private static VerifierKey keyOf(Certificate certificate, VerifierKey trusted) {
    String base = trusted.name().replaceFirst("/\\d+$", "/");
    return certificate.log().matches("\\Q" + base + "\\E\\d{1,5}") ? trusted.under(certificate.log()) : trusted;
  }

  private void tell(Certificate read, SignedCheckpoint signed) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("proven", true);
    json.put("log", read.log());
    json.put("index", Long.toUnsignedString(read.proof().index()));
    json.put("size", Long.toUnsignedString(signed.head().size()));
    json.put("statement", read.statement());
    output.print(json,
        "@|bold,green PROVEN|@  %s of %s rows are rejected, %s are clean; scrubbed by %s until %s%n        entry %s of %s, of which %s entries are signed"
            .formatted(rows(read, "rejected"), rows(read, "input"), rows(read, "clean"),
                Output.plain(read.statement().path("by").asText()), read.statement().path("ended").asText(),
                Long.toUnsignedString(read.proof().index()), read.log(),
                Long.toUnsignedString(signed.head().size())));
  }

  private static String rows(Certificate read, String part) {
    return read.statement().path(part).path("rows").asText();
  }
}
