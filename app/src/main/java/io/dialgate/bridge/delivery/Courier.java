package io.dialgate.bridge.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

import io.dialgate.bridge.platform.Operation;

/**
 * Delivers items to one destination: in batches, several at a time.
 *
 * <p>Items of one delivery go out in any order; who needs an order delivers one after the other.
 */
public final class Courier {

  /** Requests that are under way at once. */
  public static final int AT_ONCE = 5;

  private final Destination destination;
  private final Caller caller;
  private final Requests requests;

  public Courier(Destination destination, Caller caller) {
    this.destination = destination;
    this.caller = caller;
    this.requests = new Requests(destination);
  }

  /** Where it delivers to. */
  public Destination destination() {
    return destination;
  }

  /** The way there. */
  public Gateway gateway() {
    return caller.gateway();
  }

  /**
   * Delivers them, as far as it can be done.
   *
   * @param items no two of one key
   * @return what became of each, in their order
   * @throws InterruptedException if it was interrupted: any of them may have been delivered, or not
   */
  public Map<Item, Fate> deliver(List<Item> items) throws InterruptedException {
    Map<Item, Fate> fates = new LinkedHashMap<>();
    List<Item> left = new ArrayList<>();
    for (Item item : items) {
      if (destination.profile().operations().containsKey(item.kind())) {
        fates.put(item, new Fate.Postponed("not tried"));
        left.add(item);
      } else {
        fates.put(item,
            new Fate.Refused("expected the profile %s to have the operation %s, but it has none; do it by hand"
                .formatted(destination.profile().name(), item.kind().id())));
      }
    }
    for (int failures = 1; !left.isEmpty() && failures <= caller.patience().attempts(); failures++) {
      if (failures > 1) {
        caller.pauses().pause(caller.patience().after(failures - 1, caller.random()));
      }
      Round round = round(left);
      fates.putAll(round.fates());
      left = round.again();
    }
    return fates;
  }

  /** @param again items of which an answer said, by name, that they had not succeeded */
  private record Round(Map<Item, Fate> fates, List<Item> again) {}

  private Round round(List<Item> items) throws InterruptedException {
    Map<Item, Fate> fates = new LinkedHashMap<>();
    List<Item> again = new ArrayList<>();
    var free = new Semaphore(AT_ONCE);
    List<Future<Map<Item, Fate>>> underWay = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        for (List<Item> batch : Batches.of(items, destination.profile())) {
          underWay.add(threads.submit(taking(free, () -> send(batch, again))));
        }
        for (Future<Map<Item, Fate>> one : underWay) {
          fates.putAll(one.get());
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException("expected a delivery to %s to end, but got %s".formatted(destination.name(),
            e.getCause()), e);
      } finally {
        threads.shutdownNow();
      }
    }
    return new Round(fates, again);
  }

  private static <T> Callable<T> taking(Semaphore free, Callable<T> work) {
    return () -> {
      free.acquire();
      try {
        return work.call();
      } finally {
        free.release();
      }
    };
  }

  private Map<Item, Fate> send(List<Item> batch, List<Item> again) throws InterruptedException {
    Operation operation = Batches.operation(destination.profile(), batch.getFirst());
    Caller.Call call;
    try {
      call = requests.of(operation, batch);
    } catch (IllegalArgumentException e) {
      // One of them lacks something: by themselves, the others can still go.
      return batch.size() > 1 ? halved(batch, again) : all(batch, new Fate.Refused(String.valueOf(e.getMessage())));
    }
    Judge<Map<Item, Fate>> judge = operation.results().<Judge<Map<Item, Fate>>>map(it -> new ItemResults(it, batch))
        .orElse(_ -> Optional.of(all(batch, new Fate.Delivered())));
    return switch (caller.make(call, judge)) {
      case Outcome.Taken<Map<Item, Fate>>(Map<Item, Fate> fates) -> {
        noteAgain(fates, again);
        yield fates;
      }
      case Outcome.Failed<Map<Item, Fate>>(String why) -> all(batch, new Fate.Postponed(why));
      case Outcome.Impossible<Map<Item, Fate>>(int status, String why) -> batch.size() > 1
          && operation.batch().filter(it -> it.halveOn().contains(status)).isPresent()
              ? halved(batch, again)
              : all(batch, new Fate.Refused(why));
    };
  }

  private Map<Item, Fate> halved(List<Item> batch, List<Item> again) throws InterruptedException {
    int half = batch.size() / 2;
    Map<Item, Fate> fates = new LinkedHashMap<>(send(batch.subList(0, half), again));
    fates.putAll(send(batch.subList(half, batch.size()), again));
    return fates;
  }

  private static void noteAgain(Map<Item, Fate> fates, List<Item> again) {
    synchronized (again) {
      fates.forEach((item, fate) -> {
        if (fate instanceof Fate.Postponed) {
          again.add(item);
        }
      });
    }
  }

  private static Map<Item, Fate> all(List<Item> batch, Fate fate) {
    Map<Item, Fate> fates = new LinkedHashMap<>();
    batch.forEach(item -> fates.put(item, fate));
    return fates;
  }
}
