package io.dialgate.lists.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.lists.RefusedList;
import io.dialgate.lists.contact.ContactList;
import io.dialgate.lists.contact.NumberIndex;
import io.dialgate.numbering.LibPhoneNumbering;

class SplitTest {

  private static final Numbering NUMBERING = new LibPhoneNumbering();

  @TempDir
  Path folder;

  @Test
  void shouldWriteNothingWhenTheListIsChangedMeanwhile() throws IOException {
    // given
    Path file = Files.writeString(folder.resolve("list.csv"), "name,phone\nAnn,4155550101\nBob,4155550102\n");
    ContactList list = ContactList.open(file, Optional.empty(), NUMBERING, "US");
    var numbers = new NumberIndex();
    numbers.add(14155550101L);
    numbers.add(14155550102L);

    // when / then
    assertThatThrownBy(() -> Split.write(list, numbers, new WhileAnswering(() -> append(file, "Cy,4155550103\n")),
        NUMBERING, folder.resolve("clean.csv"), folder.resolve("rejected.csv"), _ -> {}))
        .isInstanceOf(RefusedList.class).hasMessageContaining("to stay as it was");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  /** Allows every number, and does something meanwhile. */
  private record WhileAnswering(Runnable something) implements Judgement {

    @Override
    public String reasons(int place) {
      something.run();
      return "";
    }

    @Override
    public String retryAt(int place) {
      return "";
    }
  }

  private static void append(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
