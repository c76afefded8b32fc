package io.dialgate.it;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import io.dialgate.schemas.CustomerProfile;
import io.dialgate.schemas.DataActionTransaction;
import io.dialgate.wire.Topics;

/**
 * Seeded traffic: customers spend, some of it told twice, late, ahead of its time, or through a foreign partitioner, and the
 * CRM changes its mind. One thread sends until it is told to stop, and everything is remembered.
 */
final class RiskTraffic {

  private static final int CUSTOMERS = 25;

  /** Records that are sent at most, whatever happens. */
  private static final int MAX_SENT = 20_000;

  private static final Duration PACE = Duration.ofMillis(2);
  private static final List<String> TIERS = List.of("new", "standard", "premium");

  private final Random random;
  private final Sender straight;
  private final Sender foreign;
  private final List<DataActionTransaction> sent = new ArrayList<>();
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private int names;
  private volatile boolean stopping;

  RiskTraffic(Site site, long seed) {
    random = new Random(seed);
    straight = site.sender(Map.of("linger.ms", 0));
    foreign = site.sender(Map.of("linger.ms", 0, "partitioner.class", Crc32Partitioner.class.getName()));
  }

  /** Begins. */
  void start() {
    Thread.ofPlatform().name("risk-traffic").start(() -> {
      try {
        while (!stopping && sent.size() < MAX_SENT) {
          step();
          LockSupport.parkNanos(PACE.toNanos());
        }
        straight.flush();
        foreign.flush();
        done.complete(null);
      } catch (RuntimeException | Error e) {
        done.completeExceptionally(e);
      }
    });
  }

  /** Ends, and returns when all that was sent is on the broker. */
  void stop() {
    stopping = true;
    done.join();
  }

  /** Every transaction in the order in which it was sent, those that were told again too. */
  List<DataActionTransaction> sent() {
    return sent;
  }

  private void step() {
    Instant now = Say.now();
    switch (random.nextInt(20)) {
      case 0, 1 -> spendAgain();
      case 2 -> spend(now.minusSeconds(random.nextInt(600)));
      case 3 -> spend(now.plusSeconds(random.nextInt(600)));
      case 4 -> {
        String customer = customer();
        sender().send(Topics.CUSTOMER_PROFILES, customer,
            new CustomerProfile(customer, TIERS.get(random.nextInt(TIERS.size()))));
      }
      default -> spend(now);
    }
  }

  private void spend(Instant at) {
    String id = "transaction-" + ++names;
    var amount = BigDecimal.valueOf(random.nextInt(150_000_000), 4);
    send(new DataActionTransaction(id, "interaction-" + names, customer(), amount, null,
        Map.of("device", "device-" + random.nextInt(5)), at));
  }

  private void spendAgain() {
    if (!sent.isEmpty()) {
      send(sent.get(random.nextInt(sent.size())));
    }
  }

  private void send(DataActionTransaction transaction) {
    sent.add(transaction);
    sender().send(Topics.DATA_ACTION_TRANSACTIONS, transaction.getCustomerId(), transaction);
  }

  private Sender sender() {
    return random.nextInt(10) == 0 ? foreign : straight;
  }

  private String customer() {
    return "customer-" + random.nextInt(CUSTOMERS);
  }
}
