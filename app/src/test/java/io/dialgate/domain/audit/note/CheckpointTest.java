package io.dialgate.domain.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHash;
import io.dialgate.domain.audit.TreeHead;

class CheckpointTest {

  private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
  private static final String TEXT = "example.com/behind-the-sofa\n20852163\n" + ROOT + '\n';

  private final TestKey key = new TestKey("dialgate.local/audit/0");

  @Test
  void shouldReadAndWriteTheExampleOfTheSpecification() throws Exception {
    // when
    Checkpoint checkpoint = Checkpoint.parse(TEXT);

    // then
    assertThat(checkpoint).isEqualTo(
        Checkpoint.of("example.com/behind-the-sofa", new TreeHead(20_852_163, TreeHash.parse(ROOT, "a test"))));
    assertThat(checkpoint.text()).isEqualTo(TEXT);
  }

  @Test
  void shouldKeepExtensionsAndTheLargestSize() throws Exception {
    // given
    String text = "o\n18446744073709551615\n" + ROOT + "\nfirst\nsecond line\n";

    // when
    Checkpoint checkpoint = Checkpoint.parse(text);

    // then
    assertThat(checkpoint.head().size()).isEqualTo(-1);
    assertThat(checkpoint.extensions()).containsExactly("first", "second line");
    assertThat(checkpoint.text()).isEqualTo(text);
  }

  @Test
  void shouldWriteTheTreeWithoutLeaves() {
    // when
    String text = Checkpoint.of("o", new TreeHead(0, TreeHash.ofNothing())).text();

    // then
    assertThat(text).isEqualTo("o\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "o\n1\n", "o\n1\n" + ROOT, "\n1\n" + ROOT + '\n', "o\n\n" + ROOT + '\n', "o\n1\n\n",
      "o\n01\n" + ROOT + '\n', "o\n-1\n" + ROOT + '\n', "o\n 1\n" + ROOT + '\n',
      "o\n18446744073709551616\n" + ROOT + '\n',
      "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2\n", "o\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
      "o\n1\n" + ROOT + "\n\n", "o\n1\n" + ROOT + "\nextension\n\n", "o\n1\n" + ROOT + " \n"})
  void shouldRefuseWhatIsNoCheckpoint(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(NotProven.class)
        .hasMessageContaining("the checkpoint");
  }

  @Test
  void shouldOpenOnlyWhatTheLogSignedForItself() throws Exception {
    // given
    TreeHead head = new TreeHead(0, TreeHash.ofNothing());
    String foreign = Checkpoint.of("dialgate.local/audit/1", head).text();
    byte[] ofAnother = new SignedNote(foreign, List.of(key.sign(foreign))).bytes();

    // when
    SignedCheckpoint signed = SignedCheckpoint.open(key.checkpoint(head), key.verifier);

    // then
    assertThat(signed.head()).isEqualTo(head);
    assertThat(signed.note().bytes()).isEqualTo(key.checkpoint(head));
    assertThatThrownBy(() -> SignedCheckpoint.open(ofAnother, key.verifier))
        .hasMessageContaining("expected origin dialgate.local/audit/0, but got dialgate.local/audit/1");
    assertThatThrownBy(() -> SignedCheckpoint.open(key.checkpoint(head), new TestKey(key.verifier.name()).verifier))
        .hasMessageContaining("only others");
  }

  @Test
  void shouldNotWriteLinesThatCannotBeReadAgain() {
    // given
    TreeHead head = new TreeHead(0, TreeHash.ofNothing());

    // when, then
    assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.of("", head));
    assertThatIllegalArgumentException().isThrownBy(() -> Checkpoint.of("a\nb", head));
    assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a", head, List.of("")));
  }
}
