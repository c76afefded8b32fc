package io.dialgate.domain;

import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import io.dialgate.domain.audit.Frontier;
import io.dialgate.domain.audit.LeafHash;
import io.dialgate.domain.audit.tile.TileTree;

/** Appends a second: what the log's task does with an entry beside encoding it, and what the checkpointer does. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LogBenchmark {

  @Param({"700", "2000", "16384"})
  private int bytes;

  private final LeafHash leafHash = new LeafHash();
  private final Frontier frontier = Frontier.empty();
  private final TileTree tree = TileTree.empty();
  private byte[] entry = {};

  @Setup
  public void setUp() {
    entry = new byte[bytes];
    new Random(1).nextBytes(entry);
  }

  /** The task: hash, append, and the frontier as it is stored. */
  @Benchmark
  public byte[] append() {
    entry[0]++;
    frontier.append(leafHash.of(entry));
    return frontier.encode();
  }

  /** The checkpointer: hash, append, tiles as they become full. */
  @Benchmark
  public Object tiles() {
    entry[0]++;
    return tree.append(leafHash.of(entry));
  }
}
