package io.dialgate.cli.audit;

import java.util.stream.Collectors;

import io.dialgate.cli.shell.Output;
import io.dialgate.wire.json.FactJson;
import io.dialgate.wire.record.EntryEnvelope;

/** An audit entry for a person at a terminal: JSON, a field a line. */
final class EntryWords {

  private EntryWords() {}

  static String of(byte[] entry, FactJson facts) {
    return EntryEnvelope.read(entry).map(envelope -> facts.pretty(envelope).lines().map(Output::plain)
        .collect(Collectors.joining(System.lineSeparator()))).orElse("(not an audit entry of this program)");
  }
}
