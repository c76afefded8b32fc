package io.dialgate.http;

import java.util.List;

import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.schemas.Receipt;

/** Changes lists, and waits until the change is in force. */
public interface ListChanges {

  /** What came of it. */
  sealed interface Answer {

    /** It is in force: one receipt, or one of each task. */
    record InForce(List<Receipt> receipts) implements Answer {}

    /** All in-sync replicas have it, and it will be in force; but nobody has said yet that it is. */
    record Accepted() implements Answer {}

    /** Nobody knows whether it was accepted: why. */
    record Unknown(String why) implements Answer {}
  }

  /**
   * Puts an entry on a list, or takes it off.
   *
   * @param key under which it is sent: the number, the prefix or the hash
   * @param everywhere whether every task has to know of it
   */
  Answer tell(OptOutDisposition event, String key, boolean everywhere);

  /** Holds or releases the number that is the action's subject. */
  Answer tell(OperatorAction action);

  /**
   * Writes down what somebody did that changes no list, and returns when all in-sync replicas have it.
   *
   * @return false if they do not come to have it in time
   */
  boolean note(OperatorAction action);
}
