package io.dialgate.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.dialgate.embedded.EmbeddedMachine.Options;

/** What cannot be had is one sentence, and leaves nothing running. */
class EmbeddedFailureIT {

  @TempDir
  Path folder;

  @Test
  void shouldSayThatPortIsInUse() throws Exception {
    // given
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      // then
      assertFails(new Options(folder, port, 0), "expected port " + port + " to be free for the broker",
          "--kafka-port");
      assertFails(new Options(folder, 0, port), "expected port " + port + " to be free for the schema registry",
          "--registry-port");
    }
  }

  @Test
  void shouldSayThatAnotherProcessHoldsFolder() throws Exception {
    // given
    try (var other = MachineProcess.start(folder)) {
      assertThat(other.children()).hasSize(2);

      // then
      assertFails(new Options(folder, 0, 0), "to be free, but another instance holds it", "--data");
    }
  }

  @Test
  void shouldSayThatFolderIsFile() throws Exception {
    // given
    Path file = Files.createFile(folder.resolve("file"));

    // then
    assertFails(new Options(file, 0, 0), "to be a folder, but it is a file", "--data");
    assertFails(new Options(file.resolve("below"), 0, 0), "to be one that can be written", "--data");
  }

  @Test
  void shouldTellWhyBrokerEnded() throws Exception {
    // given
    Path data = Files.createDirectories(folder.resolve("kafka"));
    Files.writeString(data.resolve("meta.properties"), "version=1\ncluster.id=x\nnode.id=99\n");

    // then
    assertFails(new Options(folder, 0, 0), "expected the broker to start, but it ended with code", "node id 99",
        "broker.log");
  }

  @Test
  void shouldTellWhyRegistryEnded() throws Exception {
    // given
    Path data = Files.createDirectories(folder.resolve("registry"));
    Files.writeString(data.resolve("db.mv.db"), "this is no database".repeat(1000));

    // then
    assertFails(new Options(folder, 0, 0), "expected the registry to", "db.mv.db", "registry.log");
  }

  private void assertFails(Options options, String... told) {
    assertThatThrownBy(() -> EmbeddedMachine.start(options, _ -> {}).close()).isInstanceOf(EmbeddedFailure.class)
        .message().contains(told).doesNotContain("\n");
    assertThat(MachineProcess.childrenOf(ProcessHandle.current())).isEmpty();
  }
}
