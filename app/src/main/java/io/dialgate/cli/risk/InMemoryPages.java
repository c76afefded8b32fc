package io.dialgate.cli.risk;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.velocity.VelocityPages;

/** Pages in memory, for as long as a verb runs. */
final class InMemoryPages implements VelocityPages {

  private final Map<byte[], byte[]> pages = new TreeMap<>(Arrays::compareUnsigned);

  @Override
  public byte @Nullable [] get(byte[] key) {
    return pages.get(key);
  }

  @Override
  public void put(byte[] key, byte[] page) {
    pages.put(key, page);
  }

  @Override
  public void delete(byte[] key) {
    pages.remove(key);
  }
}
