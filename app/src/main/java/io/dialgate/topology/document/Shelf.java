package io.dialgate.topology.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.streams.state.KeyValueStore;

import io.dialgate.topology.document.Documents.Read;
import io.dialgate.wire.state.Standing;

/**
 * The documents that a task has, and which of them is in force.
 *
 * @param <D> what a document says
 */
public final class Shelf<D> {

  private final KeyValueStore<String, Standing> store;
  private final String active;
  private final Documents<D> documents;
  private D inForce;

  /**
   * A shelf whose store can be read once {@link #open} is called.
   *
   * @param active the row of the store that says what is in force
   */
  public Shelf(KeyValueStore<String, Standing> store, String active, Documents<D> documents) {
    this.store = store;
    this.active = active;
    this.documents = documents;
    this.inForce = documents.builtIn();
  }

  /** Takes up what was in force when the task stopped. */
  public void open() {
    if (store.get(active) instanceof Standing.Active(String hash, var _)) {
      inForce = switch (read(hash)) {
        case Read.Usable<D>(D document) -> document;
        case Read.Broken<D> broken -> documents.missing(hash, broken.told());
      };
    }
  }

  public D inForce() {
    return inForce;
  }

  /** Everything on the shelf that can be read, and what is built in. */
  public List<D> all() {
    var all = new ArrayList<D>(List.of(documents.builtIn()));
    try (var rows = store.all()) {
      rows.forEachRemaining(row -> {
        if (row.value instanceof Standing.Document(String hash, var _)) {
          find(hash).ifPresent(all::add);
        }
      });
    }
    return all;
  }

  /** Puts a document on the shelf. */
  public void put(String hash, String text) {
    var document = new Standing.Document(hash, text);
    store.putIfAbsent(document.key(), document);
  }

  /** Puts a document in force from the next record on; what is wrong, if it cannot be: then nothing changes. */
  public Optional<String> activate(String hash, Instant at) {
    return switch (read(hash)) {
      case Read.Usable<D>(D document) -> {
        store.put(active, new Standing.Active(hash, at));
        inForce = document;
        yield Optional.empty();
      }
      case Read.Broken<D> broken -> Optional.of(broken.told());
    };
  }

  /** The document of this hash, if it is on the shelf and can be read. */
  public Optional<D> find(String hash) {
    return read(hash) instanceof Read.Usable<D>(D document) ? Optional.of(document) : Optional.empty();
  }

  private Read<D> read(String hash) {
    if (hash.equals(documents.builtInHash())) {
      return new Read.Usable<>(documents.builtIn());
    }
    return text(hash).map(text -> documents.read(text, this::text))
        .orElseGet(() -> new Read.Broken<>(List.of("its document was never published")));
  }

  private Optional<String> text(String hash) {
    return store.get(Standing.Document.key(hash)) instanceof Standing.Document(var _, String text)
        ? Optional.of(text)
        : Optional.empty();
  }
}
