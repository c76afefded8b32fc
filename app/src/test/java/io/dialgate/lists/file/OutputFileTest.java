package io.dialgate.lists.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.dialgate.lists.RefusedList;

class OutputFileTest {

  private static final byte[] TEXT = "whole\n".getBytes(StandardCharsets.US_ASCII);

  @TempDir
  Path folder;

  @Test
  void shouldReplaceWhatIsThereWhenItIsWholeAndNotBefore() throws IOException {
    // given
    Path file = Files.writeString(folder.resolve("clean.csv"), "before\n");

    // when
    String meanwhile;
    try (var out = new OutputFile(file)) {
      out.write(TEXT);
      meanwhile = Files.readString(file);
      out.finish();
    }

    // then
    assertThat(meanwhile).isEqualTo("before\n");
    assertThat(file).hasBinaryContent(TEXT);
    assertThat(left()).containsExactly(file);
  }

  @Test
  void shouldLeaveWhatIsThereWhenItDoesNotComeToBeWhole() throws IOException {
    // given
    Path file = Files.writeString(folder.resolve("clean.csv"), "before\n");

    // when
    try (var out = new OutputFile(file)) {
      out.write(TEXT);
    }

    // then
    assertThat(file).hasContent("before\n");
    assertThat(left()).containsExactly(file);
  }

  @Test
  void shouldRefuseFoldersAtOnce() throws IOException {
    // given
    Path empty = Files.createDirectory(folder.resolve("results"));
    Path nowhere = folder.resolve("missing").resolve("clean.csv");

    // when / then
    assertThatThrownBy(() -> OutputFile.require(empty)).isInstanceOf(RefusedList.class)
        .hasMessage("expected a file to write, but %s is a folder; name a file in it", empty);
    assertThatThrownBy(() -> OutputFile.require(nowhere)).isInstanceOf(RefusedList.class).hasMessage(
        "expected a folder to write %s into, but there is no folder %s; make it, or name another file", nowhere,
        nowhere.getParent());
    assertThat(left()).containsExactly(empty);
  }

  @Test
  void shouldWriteIntoDevicesAndLeaveThemWhatTheyAre() throws IOException {
    // given
    Path nothing = Path.of("/dev/null");
    assumeTrue(Files.isWritable(nothing), "a system without /dev/null");

    // when
    try (var out = new OutputFile(nothing)) {
      out.write(TEXT);
      out.finish();
    }

    // then
    assertThat(Files.isRegularFile(nothing)).isFalse();
    assertThat(Files.exists(nothing)).isTrue();
  }

  @Test
  void shouldSayThatADiskIsFull() {
    // given
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "a system without /dev/full");

    // when / then
    try (var out = new OutputFile(full)) {
      out.write(TEXT);
      assertThatThrownBy(out::finish).isInstanceOf(UncheckedIOException.class)
          .hasMessage("expected to write /dev/full, but: No space left on device; make room, or name another file");
    }
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }
}
