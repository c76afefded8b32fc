package io.dialgate.runtime.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.utils.Utils;

import io.dialgate.runtime.Unreachable;

/**
 * Finds out whether a broker is there before anything is asked of it. Kafka's clients ask for a minute, and log each attempt:
 * right for a service, and not for a person who waits for a verb.
 *
 * @param client its settings, {@code bootstrap.servers} among them
 * @param within how long a broker that is just starting is waited for
 */
public record BrokerCheck(Map<String, Object> client, Duration within) {

  private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(200);

  /**
   * Returns when a broker has answered.
   *
   * @throws Unreachable if none does
   */
  public void require() {
    long deadline = System.nanoTime() + within.toNanos();
    // First without Kafka's client, whose log would tell a person nothing that the sentence below does not.
    String refusal = connect();
    while (!refusal.isEmpty()) {
      if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
        throw nobody(refusal);
      }
      LockSupport.parkNanos(ASK_AGAIN_AFTER.toNanos());
      refusal = connect();
    }
    ask();
  }

  /** Why none of the addresses takes a connection; empty if one does. */
  private String connect() {
    String refusal = "no address";
    for (String address : servers().split(",", -1)) {
      String host = Utils.getHost(address.strip());
      Integer port = Utils.getPort(address.strip());
      if (host == null || port == null) {
        // Kafka's client says better what is wrong with it.
        return "";
      }
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(host, port), (int) within.toMillis());
        return "";
      } catch (UnknownHostException e) {
        refusal = "unknown host " + host;
      } catch (IOException e) {
        refusal = String.valueOf(e.getMessage());
      }
    }
    return refusal;
  }

  private void ask() {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) within.toMillis());
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) within.toMillis());
    try (Admin admin = Admin.create(settings)) {
      admin.describeCluster(new DescribeClusterOptions().timeoutMs((int) within.toMillis())).clusterId().get();
    } catch (ExecutionException e) {
      throw nobody(String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw nobody("an interruption");
    }
  }

  private String servers() {
    return client.get("bootstrap.servers") instanceof List<?> list
        ? String.join(",", list.stream().map(String::valueOf).toList())
        : String.valueOf(client.get("bootstrap.servers"));
  }

  private Unreachable nobody(String refusal) {
    return new Unreachable(
        "expected a Kafka broker at %s, but got '%s' for %d s; start one with 'dialgate up', or name another by kafka.bootstrap.servers"
            .formatted(servers(), refusal, within.toSeconds()));
  }
}
