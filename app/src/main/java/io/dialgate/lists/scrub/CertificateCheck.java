package io.dialgate.lists.scrub;

import java.nio.file.Path;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.lists.contact.FileFacts;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.EntryEnvelope;

/**
 * Checks a certificate and the three files that it is about. It needs neither Kafka nor a registry nor the network.
 *
 * <p>What it proves: the statement was recorded in the log, before its head was signed; the files are those of the statement,
 * byte for byte; every row of the list is in one of the two others, once, as it came and in its order; and the statement
 * counts them right.
 */
public final class CertificateCheck {

  private static final String PROOF = "the certificate's proof";

  private CertificateCheck() {}

  /**
   * Checks all of it.
   *
   * @param key of the log, known from elsewhere
   * @return the head that commits the log to it
   * @throws NotProven at the first thing that does not fit
   */
  public static SignedCheckpoint check(Certificate certificate, Path list, Path clean, Path rejected, VerifierKey key)
      throws NotProven {
    require(PROOF, "log", key.name(), certificate.log());
    SignedCheckpoint signed = certificate.proof().check(certificate.entry(), key);
    Optional<EntryEnvelope> envelope = EntryEnvelope.read(certificate.entry());
    if (envelope.isEmpty()) {
      throw new NotProven(PROOF, "an audit entry", "%d other bytes".formatted(certificate.entry().length));
    }
    EntryEnvelope entry = envelope.get();
    require(PROOF, "the entry's kind", Topics.OPERATOR_ACTIONS.shortName(), entry.type());
    require(PROOF, "the entry's log", certificate.log(), entry.log());
    require(PROOF, "the entry's index", Long.toUnsignedString(certificate.proof().index()),
        Long.toUnsignedString(entry.index()));
    require(PROOF, "the statement's digest", entry.subject(), Certificate.subject(certificate.statement()));
    require("the list", certificate.statement().path("input"), list);
    require("the clean rows", certificate.statement().path("clean"), clean);
    require("the rejected rows", certificate.statement().path("rejected"), rejected);
    Apart.check(certificate.statement(), list, clean, rejected);
    return signed;
  }

  private static void require(String where, JsonNode stated, Path file) throws NotProven {
    FileFacts facts = FileFacts.of(file);
    require(where, "bytes", stated.path("bytes").asText(), Long.toString(facts.size()));
    require(where, "SHA-256", stated.path("sha256").asText(), facts.sha256());
  }

  static void require(String where, String what, String expected, String found) throws NotProven {
    if (!expected.equals(found)) {
      throw new NotProven(where, what + " " + expected, found);
    }
  }
}
