package io.dialgate.lists.merge;

import java.util.List;
import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;

/** Several sorted streams as one; of the same number, those of an earlier stream come first. */
final class MergedPairs implements Pairs {

  private final List<PairFile> streams;
  private final PriorityQueue<Stream> queue = new PriorityQueue<>();
  private @Nullable Stream current;

  MergedPairs(List<PairFile> streams) {
    this.streams = streams;
    for (int i = 0; i < streams.size(); i++) {
      add(new Stream(i, streams.get(i)));
    }
  }

  private record Stream(int index, PairFile pairs) implements Comparable<Stream> {

    @Override
    public int compareTo(Stream other) {
      int byNumber = Long.compare(pairs.number(), other.pairs.number());
      return byNumber != 0 ? byNumber : Integer.compare(index, other.index);
    }
  }

  @Override
  public boolean next() {
    if (current != null) {
      add(current);
    }
    current = queue.poll();
    return current != null;
  }

  @Override
  public long number() {
    return stands().pairs.number();
  }

  @Override
  public long payload() {
    return stands().pairs.payload();
  }

  @Override
  public void close() {
    streams.forEach(PairFile::close);
  }

  private Stream stands() {
    if (current == null) {
      throw new IllegalStateException("expected next() to have found a pair, but it was not asked or found none");
    }
    return current;
  }

  private void add(Stream stream) {
    if (stream.pairs.next()) {
      queue.add(stream);
    }
  }
}
