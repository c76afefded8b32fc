package io.dialgate.lists.scrub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.verify.ProofFile;
import io.dialgate.domain.audit.verify.Prover.ProvenEntry;
import io.dialgate.domain.hash.Sha256;

/**
 * The certificate of a scrub, as JSON:
 *
 * <pre>
 * {"format": "dialgate-scrub-certificate/1",
 *  "statement": {...},          what was scrubbed and decided, and the digests of all files
 *  "log": ORIGIN, "entry": BASE64, "proof": TLOG-PROOF}
 * </pre>
 *
 * <p>The entry is that of an operator's action whose subject is {@code scrub-} and the SHA-256 of the statement, written as JSON
 * without white space; so that the signed head of the log commits it to the statement, and the statement to the files. There
 * is one way to write a certificate: whatever byte of it is changed, it is found.
 *
 * @param statement what is certified
 * @param log the log's origin
 * @param entry the exact bytes of the audit entry
 * @param proof that the entry is in the log
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes that are handed on, never compared.
public record Certificate(ObjectNode statement, String log, byte[] entry, ProofFile proof) {

  /** The most bytes that a certificate has. */
  public static final int MAX_BYTES = 1 << 20;

  private static final String WHERE = "the certificate";
  private static final String FORMAT = "dialgate-scrub-certificate/1";
  private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** A statement to be filled in. */
  public static ObjectNode newStatement() {
    return JSON.createObjectNode();
  }

  /** What an entry has for its subject that stands for a statement. */
  public static String subject(ObjectNode statement) {
    return "scrub-" + Sha256.hex(statement.toString());
  }

  /** A certificate of a statement whose entry is proven. */
  public static Certificate of(ObjectNode statement, String log, ProvenEntry proven) {
    return new Certificate(statement, log, proven.entry(), proven.file());
  }

  /** As it is written. */
  public byte[] bytes() {
    ObjectNode all = JSON.createObjectNode();
    all.put("format", FORMAT);
    all.set("statement", statement);
    all.put("log", log);
    all.put("entry", Base64.getEncoder().encodeToString(entry));
    all.put("proof", new String(proof.bytes(), StandardCharsets.UTF_8));
    try {
      return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all).replace("\r\n", "\n") + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /**
   * Reads a certificate. Nothing in it is to be believed before {@link CertificateCheck}.
   *
   * @throws NotProven if it is not written as certificates are
   */
  public static Certificate parse(byte[] bytes) throws NotProven {
    JsonNode all = tree(bytes);
    if (!(all.get("statement") instanceof ObjectNode statement)) {
      throw new NotProven(WHERE, "a statement", "none");
    }
    var certificate = new Certificate(statement, all.path("log").asText(), entry(all.path("entry").asText()),
        ProofFile.parse(all.path("proof").asText().getBytes(StandardCharsets.UTF_8)));
    if (!Arrays.equals(certificate.bytes(), bytes)) {
      throw new NotProven(WHERE, "the one way in which a certificate is written (%s)".formatted(FORMAT), "another");
    }
    return certificate;
  }

  private static JsonNode tree(byte[] bytes) throws NotProven {
    try {
      JsonNode all = JSON.readTree(bytes);
      if (bytes.length <= MAX_BYTES && all != null && all.isObject()) {
        return all;
      }
    } catch (IOException e) {
      throw new NotProven(WHERE, "JSON in UTF-8", "something else");
    }
    throw new NotProven(WHERE, "one JSON object of at most %d bytes".formatted(MAX_BYTES), "something else");
  }

  private static byte[] entry(String base64) throws NotProven {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new NotProven(WHERE, "an entry in base64", "something else");
    }
  }
}
