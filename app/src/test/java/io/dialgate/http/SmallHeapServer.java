package io.dialgate.http;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** The API in front of a fake gate, as a process: prints its port, and at the end of its input the most heap that it used. */
final class SmallHeapServer {

  private SmallHeapServer() {}

  public static void main(String[] args) throws Exception {
    try (var server = new FakeParts().serve()) {
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
