package io.dialgate.it;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.dialgate.schemas.CustomerProfile;
import io.dialgate.schemas.DataActionTransaction;
import io.dialgate.wire.Topics;

/** Customers spend, some of it told twice, late or ahead of its time, and the CRM changes its mind. */
final class RiskTraffic extends Traffic {

  private static final int CUSTOMERS = 25;
  private static final List<String> TIERS = List.of("new", "standard", "premium");

  private final List<DataActionTransaction> sent = new ArrayList<>();
  private int names;

  RiskTraffic(Site site, long seed) {
    super(site, seed);
  }

  /** Every transaction in the order in which it was sent, those that were told again too. */
  List<DataActionTransaction> sent() {
    return sent;
  }

  @Override
  void step() {
    Instant now = Say.now();
    switch (any(20)) {
      case 0, 1 -> spendAgain();
      case 2 -> spend(now.minusSeconds(any(600)));
      case 3 -> spend(now.plusSeconds(any(600)));
      case 4 -> {
        String customer = customer();
        sender().send(Topics.CUSTOMER_PROFILES, customer, new CustomerProfile(customer, TIERS.get(any(TIERS.size()))));
      }
      default -> spend(now);
    }
  }

  private void spend(Instant at) {
    String id = "transaction-" + ++names;
    var amount = BigDecimal.valueOf(any(150_000_000), 4);
    send(new DataActionTransaction(id, "interaction-" + names, customer(), amount, null,
        Map.of("device", "device-" + any(5)), at));
  }

  private void spendAgain() {
    if (!sent.isEmpty()) {
      send(sent.get(any(sent.size())));
    }
  }

  private void send(DataActionTransaction transaction) {
    sent.add(transaction);
    sender().send(Topics.DATA_ACTION_TRANSACTIONS, transaction.getCustomerId(), transaction);
  }

  private String customer() {
    return "customer-" + any(CUSTOMERS);
  }
}
