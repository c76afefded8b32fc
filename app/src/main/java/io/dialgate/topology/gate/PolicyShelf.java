package io.dialgate.topology.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.streams.state.KeyValueStore;

import io.dialgate.domain.policy.MissingPolicy;
import io.dialgate.domain.policy.Policy;
import io.dialgate.domain.policy.PolicyDocuments;
import io.dialgate.domain.policy.PolicyDocuments.Read;
import io.dialgate.wire.state.Standing;

/** The policy documents that a task has, and which of them is in force. */
final class PolicyShelf {

  private final KeyValueStore<String, Standing> store;
  private final PolicyDocuments documents;
  private final Duration requestMaxAge;
  private final Policy builtIn;
  private Policy inForce;

  /**
   * A shelf whose store can be read once {@link #open} is called.
   *
   * @param builtIn what is in force until a policy is published
   */
  PolicyShelf(KeyValueStore<String, Standing> store, PolicyDocuments documents, Duration requestMaxAge,
      Policy builtIn) {
    this.store = store;
    this.documents = documents;
    this.requestMaxAge = requestMaxAge;
    this.builtIn = builtIn;
    this.inForce = builtIn;
  }

  /** Takes up what was in force when the task stopped. If it cannot be read any more, nobody may be called. */
  void open() {
    if (store.get(Standing.Active.KEY) instanceof Standing.Active(String hash, var _)) {
      inForce = switch (find(hash)) {
        case Read.Usable(Policy policy) -> policy;
        case Read.Broken broken -> MissingPolicy.of(hash,
            "policy %s is to be in force, but %s".formatted(hash, String.join("; ", broken.faults())));
      };
    }
  }

  Policy inForce() {
    return inForce;
  }

  /** Puts a document on the shelf. */
  void put(String hash, String text) {
    var document = new Standing.Document(hash, text);
    store.putIfAbsent(document.key(), document);
  }

  /** Puts a document in force from the next record on; what is wrong, if it cannot be: then nothing changes. */
  Optional<String> activate(String hash, Instant at) {
    return switch (find(hash)) {
      case Read.Usable(Policy policy) -> {
        store.put(Standing.Active.KEY, new Standing.Active(hash, at));
        inForce = policy;
        yield Optional.empty();
      }
      case Read.Broken broken -> Optional.of(String.join("; ", broken.faults()));
    };
  }

  private Read find(String hash) {
    if (hash.equals(builtIn.hash())) {
      return new Read.Usable(builtIn);
    }
    return store.get(Standing.Document.key(hash)) instanceof Standing.Document(var _, String text)
        ? documents.read(text, requestMaxAge)
        : new Read.Broken(List.of("its document was never published"));
  }
}
