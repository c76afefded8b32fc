package io.dialgate.domain.risk.velocity;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Values of attributes whose hashes fall together, and where each of them occurred. */
final class ValuePage {

  private static final int VERSION = 1;

  private final List<Value> values = new ArrayList<>();
  private boolean changed;

  /** One value, by its attribute's place in the plan and its hash. */
  record Value(int attribute, long hash, Runs runs) {}

  /** A page without values. */
  ValuePage() {}

  ValuePage(byte[] bytes) {
    var reader = new PageReader(bytes, VERSION);
    int count = reader.count();
    long base = reader.number();
    for (int i = 0; i < count; i++) {
      int attribute = reader.count();
      long hash = reader.fixed(Long.BYTES);
      int runs = reader.count();
      var read = new ArrayList<Runs.Run>(runs);
      for (int run = 0; run < runs; run++) {
        var start = new Moment(base + reader.number(), reader.number());
        long length = reader.number();
        read.add(new Runs.Run(start, new Moment(start.time() + length, reader.number())));
      }
      values.add(new Value(attribute, hash, new Runs(read)));
    }
  }

  byte[] toBytes() {
    long base = values.stream().mapToLong(it -> it.runs.all().getFirst().start().time()).min().orElse(0);
    var writer = new PageWriter().fixed(VERSION, 1).number(values.size()).number(base);
    for (Value value : values) {
      writer.number(value.attribute).fixed(value.hash, Long.BYTES).number(value.runs.all().size());
      for (Runs.Run run : value.runs.all()) {
        writer.number(run.start().time() - base).number(run.start().number())
            .number(run.end().time() - run.start().time()).number(run.end().number());
      }
    }
    return writer.toBytes();
  }

  List<Value> values() {
    return values;
  }

  boolean changed() {
    return changed;
  }

  void change() {
    changed = true;
  }

  @Nullable
  Value find(int attribute, long hash) {
    for (Value value : values) {
      if (value.hash == hash && value.attribute == attribute) {
        return value;
      }
    }
    return null;
  }

  /** Forgets values that occurred last at a time or before it, and says how many. */
  int forgetUpTo(long time) {
    int before = values.size();
    for (Iterator<Value> all = values.iterator(); all.hasNext();) {
      if (all.next().runs.end().time() <= time) {
        all.remove();
        changed = true;
      }
    }
    return before - values.size();
  }
}
