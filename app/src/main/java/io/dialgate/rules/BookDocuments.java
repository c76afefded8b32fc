package io.dialgate.rules;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.dialgate.domain.policy.Policy;
import io.dialgate.domain.policy.PolicyDocuments;
import io.dialgate.domain.policy.law.LawPolicy;

/** Policies of documents. Every task of a process reads the same documents, so that one that was read is kept. */
public final class BookDocuments implements PolicyDocuments {

  /** Documents that are kept. Beyond it, all are read again. */
  private static final int MAX_KEPT = 16;

  private final PolicyReader reader = new PolicyReader();
  private final Map<Document, Read> kept = new ConcurrentHashMap<>();

  private record Document(String text, Duration requestMaxAge) {}

  @Override
  public Read read(String text, Duration requestMaxAge) {
    if (kept.size() >= MAX_KEPT) {
      kept.clear();
    }
    return kept.computeIfAbsent(new Document(text, requestMaxAge), this::read);
  }

  /** The policy that Dialgate comes with. */
  public Policy standard(Duration requestMaxAge) {
    return switch (read(new String(StandardPolicy.document(), StandardCharsets.UTF_8), requestMaxAge)) {
      case Read.Usable(Policy policy) -> policy;
      case Read.Broken broken -> throw new IllegalStateException(
          "expected the shipped policy to be valid, but %s; use another build".formatted(broken.faults()));
    };
  }

  private Read read(Document document) {
    try {
      return new Read.Usable(LawPolicy.of(reader.read(document.text(), "policy"), document.requestMaxAge()));
    } catch (BrokenDocument e) {
      return new Read.Broken(e.faults().isEmpty()
          ? List.of(String.valueOf(e.getMessage()))
          : e.faults().stream().map(Object::toString).toList());
    }
  }
}
