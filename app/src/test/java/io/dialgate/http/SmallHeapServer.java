package io.dialgate.http;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Map;
import java.util.Optional;

/** The API in front of a fake gate, as a process: prints its port, and at the end of its input the most heap that it used. */
final class SmallHeapServer {

  private SmallHeapServer() {}

  public static void main(String[] args) throws Exception {
    try (var server = HttpServer.start("127.0.0.1", 0, null,
        new HttpParts("1", new Readiness(Map.of()), () -> "", ApiUnderTest.NO_LOGS,
            new Access(_ -> Optional.empty(), new Access.Door(true, false, 10_000)), new FakeGate().house(),
            FakeInboxes.ALL, new FakeScrubs()))) {
      System.out.println(server.url().getPort());
      while (System.in.read() >= 0) {
        // Until whoever started it has seen enough.
      }
      System.out.println(ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP).map(MemoryPoolMXBean::getPeakUsage)
          .mapToLong(peak -> peak.getUsed()).sum());
    }
  }
}
