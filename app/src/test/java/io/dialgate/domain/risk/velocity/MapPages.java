package io.dialgate.domain.risk.velocity;

import java.util.Arrays;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** Pages in a sorted map, and what was done with them. */
final class MapPages implements VelocityPages {

  private final TreeMap<byte[], byte[]> pages = new TreeMap<>(Arrays::compareUnsigned);
  private int largest;
  private int gets;
  private int puts;

  @Override
  public byte @Nullable [] get(byte[] key) {
    gets++;
    return pages.get(key);
  }

  @Override
  public void put(byte[] key, byte[] page) {
    puts++;
    largest = Math.max(largest, page.length);
    pages.put(key, page);
  }

  @Override
  public void delete(byte[] key) {
    pages.remove(key);
  }

  /** As after a restart: other arrays with the same bytes. */
  MapPages reopened() {
    var other = new MapPages();
    pages.forEach((key, page) -> other.pages.put(key.clone(), page.clone()));
    other.largest = largest;
    return other;
  }

  int size() {
    return pages.size();
  }

  long bytes() {
    return pages.entrySet().stream().mapToLong(it -> it.getKey().length + it.getValue().length).sum();
  }

  /** Bytes of the largest page that was ever written. */
  int largest() {
    return largest;
  }

  int gets() {
    return gets;
  }

  int puts() {
    return puts;
  }
}
