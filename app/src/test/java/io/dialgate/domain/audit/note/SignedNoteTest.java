package io.dialgate.domain.audit.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.audit.NotProven;

class SignedNoteTest {

  private static final String TEXT = "This is an example message.\n";
  private static final String PUBLISHED_LINE = "\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7"
      + "Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
  private static final String PUBLISHED = TEXT + '\n' + PUBLISHED_LINE;
  private static final String VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  private final TestKey log = new TestKey("example.com/log");
  private final TestKey witness = new TestKey("witness.example");
  private final TestKey stranger = new TestKey("example.com/log");

  @Test
  void shouldVerifyThePublishedNote() throws Exception {
    // when
    SignedNote note = SignedNote.parse(PUBLISHED.getBytes(UTF_8));

    // then
    assertThat(note.text()).isEqualTo(TEXT);
    assertThat(note.bytes()).isEqualTo(PUBLISHED.getBytes(UTF_8));
    note.verify(List.of(VerifierKey.parse(VKEY)));
  }

  @Test
  void shouldFindEveryFlippedBitOfThePublishedNote() throws Exception {
    // given
    VerifierKey key = VerifierKey.parse(VKEY);
    byte[] published = PUBLISHED.getBytes(UTF_8);

    for (int bit = 0; bit < published.length * 8; bit++) {
      // when
      byte[] flipped = published.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));

      // then
      assertThatThrownBy(() -> SignedNote.parse(flipped).verify(List.of(key))).as("bit %d", bit)
          .isInstanceOf(NotProven.class);
    }
  }

  @Test
  void shouldPassOverSignaturesOfUnknownKeys() throws Exception {
    // given
    var note = new SignedNote(TEXT, List.of(stranger.sign(TEXT), log.sign(TEXT), witness.sign("something else\n")));

    // when
    SignedNote read = SignedNote.parse(note.bytes());

    // then
    assertThat(read).isEqualTo(note);
    assertThatCode(() -> read.verify(List.of(log.verifier))).doesNotThrowAnyException();
    assertThatThrownBy(() -> read.verify(List.of(witness.verifier)))
        .hasMessageContaining("one that is not of that key");
    assertThatThrownBy(() -> read.verify(List.of())).hasMessageContaining("only others");
    assertThatThrownBy(() -> read.verify(List.of(new TestKey("other").verifier))).hasMessageContaining("only others");
  }

  @Test
  void shouldRefuseANoteWithASecondSignatureOfAKnownKeyThatFails() {
    // given
    List<VerifierKey> known = List.of(log.verifier, witness.verifier);
    NoteSignature good = log.sign(TEXT);
    List<NoteSignature> bad = List.of(witness.sign("something else\n"), stranger.signAs(log.verifier, TEXT),
        log.sign("something else\n"), NoteSignature.of(log.verifier, new byte[64]),
        NoteSignature.of(log.verifier, new byte[1]), NoteSignature.of(witness.verifier, new byte[65]));

    for (NoteSignature failing : bad) {
      // when
      var after = new SignedNote(TEXT, List.of(good, failing));
      var before = new SignedNote(TEXT, List.of(failing, good));

      // then
      assertThatThrownBy(() -> after.verify(known)).isInstanceOf(NotProven.class);
      assertThatThrownBy(() -> before.verify(known)).isInstanceOf(NotProven.class);
    }
    assertThatCode(() -> new SignedNote(TEXT, List.of(good, good, witness.sign(TEXT))).verify(known))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldSplitAtTheLastEmptyLine() throws Exception {
    // given
    String text = "Ognuno sta solo\n\n\u2014 no signature AAAA\n\ned \u00e8 subito sera.\n";
    var note = new SignedNote(text, List.of(log.sign(text)));

    // when
    SignedNote read = SignedNote.parse(note.bytes());

    // then
    assertThat(read.text()).isEqualTo(text);
    read.verify(List.of(log.verifier));
  }

  @Test
  void shouldTakeAHundredSignaturesAndNoMore() throws Exception {
    // given
    List<NoteSignature> signatures = new ArrayList<>(Collections.nCopies(99, stranger.sign(TEXT)));
    signatures.add(log.sign(TEXT));
    byte[] most = new SignedNote(TEXT, signatures).bytes();
    byte[] more = (new String(most, UTF_8) + PUBLISHED_LINE).getBytes(UTF_8);

    // when, then
    SignedNote.parse(most).verify(List.of(log.verifier));
    assertThatThrownBy(() -> SignedNote.parse(more)).hasMessageContaining("at most 100 signatures");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\n\n", "text\n", "text\n\n", "text\n\n\n", "text\n\u2014 a AAAAAAA=\n",
      "text\n\n- a AAAAAAA=\n",
      "text\n\n\u2014 a AAAAAAA=", "text\n\n\u2014 a AAAAAA\n", "text\n\n\u2014 a AAAAAA==\n",
      "text\n\n\u2014 a b AAAAAAA=\n",
      "text\n\n\u2014 a+b AAAAAAA=\n", "text\n\n\u2014  AAAAAAA=\n", "text\n\n\u2014 AAAAAAA=\n",
      "text\n\n\u2014a AAAAAAA=\n",
      "te\txt\n\n\u2014 a AAAAAAA=\n", "text\r\n\n\u2014 a AAAAAAA=\n", "text\n\n\u2014 a AAAAAAA=\r\n",
      "text\n\n\u2014 a AAAAAAA=\nmore\n", "text\n\n\u2014 a AAAAAAB=\n", "text\n\n\u2014 a\u00a0b AAAAAAA=\n"})
  void shouldRefuseWhatIsNoNote(String note) {
    assertThatThrownBy(() -> SignedNote.parse(note.getBytes(UTF_8))).isInstanceOf(NotProven.class)
        .hasMessageContaining("the signed note");
  }

  @Test
  void shouldRefuseBytesThatAreNoText() {
    // given
    byte[] latin = "t\u00e9xt\n\n\u2014 a AAAAAAA=\n".getBytes(UTF_8);
    latin[1] = (byte) 0xe9;
    latin[2] = 't';

    // when, then
    assertThatThrownBy(() -> SignedNote.parse(latin)).hasMessageContaining("expected UTF-8");
  }

  @Test
  void shouldNotWriteWhatCannotBeReadAgain() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SignedNote("no newline", List.of(log.sign(TEXT))));
    assertThatIllegalArgumentException().isThrownBy(() -> new SignedNote("a\tb\n", List.of(log.sign(TEXT))));
    assertThatIllegalArgumentException().isThrownBy(() -> new SignedNote(TEXT, List.of()));
  }
}
