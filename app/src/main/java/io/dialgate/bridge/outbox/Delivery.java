package io.dialgate.bridge.outbox;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import io.dialgate.bridge.delivery.Courier;
import io.dialgate.bridge.delivery.Fate;
import io.dialgate.bridge.delivery.Item;
import io.dialgate.bridge.outbox.OutboxObserver.End;
import io.dialgate.wire.record.RejectionCode;

/** Takes a round to its end: delivers it, and puts down what cannot be delivered. For one thread. */
final class Delivery implements AutoCloseable {

  private final Courier courier;
  private final PutDown putDown;
  private final OutboxObserver observer;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Delivery(Courier courier, PutDown putDown, OutboxObserver observer) {
    this.courier = courier;
    this.putDown = putDown;
    this.observer = observer;
  }

  String destination() {
    return courier.destination().name();
  }

  void start(Round round) {
    round.start(courier, threads);
  }

  /** Everything of it that was not delivered lies on the broker, when this returns. */
  void settle(Round round) throws ExecutionException, InterruptedException {
    Map<Item, Fate> fates = round.fates();
    int delivered = 0;
    int postponed = 0;
    int givenUp = 0;
    for (Round.Told told : round.told()) {
      switch (fates.getOrDefault(told.item(), new Fate.Postponed("not tried"))) {
        case Fate.Delivered() -> delivered++;
        case Fate.Refused(String why) -> {
          putDown.forGood(told.letter(), RejectionCode.REFUSED_BY_DESTINATION, why);
          givenUp++;
        }
        case Fate.Postponed(String why) -> {
          if (putDown.mayWait(told.letter())) {
            putDown.toWait(told.letter(), why);
            postponed++;
          } else {
            putDown.forGood(told.letter(), RejectionCode.NOT_DELIVERED, why);
            givenUp++;
          }
        }
      }
    }
    for (Round.Hopeless one : round.hopeless()) {
      putDown.forGood(one.letter(), one.code(), one.why());
      givenUp++;
    }
    putDown.await();
    observer.ended(End.DELIVERED, delivered);
    observer.ended(End.POSTPONED, postponed);
    observer.ended(End.GIVEN_UP, givenUp);
    observer.ended(End.OVERTAKEN, round.overtaken());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
