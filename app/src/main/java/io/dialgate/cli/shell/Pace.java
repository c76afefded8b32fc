package io.dialgate.cli.shell;

import java.util.LinkedHashMap;
import java.util.Map;

import io.dialgate.domain.audit.NotProven;

/** How fast logs were checked, beside only reading the same records: both on the same machine, one after the other. */
public final class Pace {

  /** Of fewer entries, the time is that of connecting. */
  private static final long WORTH_TELLING = 1_000;

  private long entries;
  private long readNanos;
  private long checkNanos;

  /** Something that is measured. */
  public interface Work<T> {
    T run() throws NotProven;
  }

  /** Reads only. It comes first, so that what the broker has to fetch from its disk is to its disadvantage and not ours. */
  public void read(Work<Long> work) throws NotProven {
    long start = System.nanoTime();
    work.run();
    readNanos += System.nanoTime() - start;
  }

  /** Checks; how many entries that were is known afterwards. */
  public <T> T check(Work<T> work, long[] count) throws NotProven {
    long start = System.nanoTime();
    T result = work.run();
    checkNanos += System.nanoTime() - start;
    entries += count[0];
    return result;
  }

  /** Tells how fast it went, unless there was too little to tell by. */
  public void tell(Output output) {
    if (entries < WORTH_TELLING) {
      return;
    }
    double checked = entries / (checkNanos / 1e9);
    double read = entries / (readNanos / 1e9);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("entries", entries);
    json.put("checkedPerSecond", Math.round(checked));
    json.put("readPerSecond", Math.round(read));
    json.put("ratio", checked / read);
    output.print(json,
        "%,d entries: %,.0f a second; only read, %,.0f a second (%.2f)".formatted(entries, checked, read,
            checked / read));
  }
}
