package io.dialgate.lists.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.dialgate.domain.hash.Sha256;
import io.dialgate.lists.RefusedList;

class FilterFormatTest {

  private static final Instant NOW = Instant.parse("2026-09-01T00:00:00Z");
  private static final String KEY = "0123456789abcdef";
  private static final String LISTED = "+14075551234";
  private static final int DAMAGES = 200;

  @TempDir
  Path folder;

  @Test
  void shouldReadWhatItWrote() throws IOException {
    // given
    FilterFile written = filter(keyed());
    Path file = folder.resolve("a.filter");

    // when
    FilterFormat.write(file, written);
    FilterFile read = FilterFormat.read(file);

    // then
    assertThat(read.facts()).isEqualTo(written.facts());
    assertThat(read.prefixes()).containsExactly("+1900");
    assertThat(read.mayBeListed(LISTED, keyed())).isTrue();
    assertThat(read.mayBeListed("+19005550100", keyed())).as("covered by a prefix").isTrue();
    assertThat(read.mayBeListed("+14075551235", keyed())).isFalse();
    assertThat(read.fits(keyed())).isTrue();
    assertThat(read.fits(NumberDigest.plain())).isFalse();
    assertThat(read.fits(NumberDigest.keyed("another key of 16".getBytes(StandardCharsets.US_ASCII)))).isFalse();
  }

  @Test
  void shouldTakeHashesOfPartnersWithoutAKey() {
    // given
    NumberDigest digest = NumberDigest.plain();
    BloomFilter filter = BloomFilter.sized(10, 0.01);

    // when
    digest.sha256(Sha256.hex(LISTED));
    filter.add(digest);

    // then
    digest.number(LISTED);
    assertThat(filter.mayContain(digest)).isTrue();
  }

  @Test
  void shouldRefuseEveryDamage() throws IOException {
    // given
    Path file = folder.resolve("a.filter");
    FilterFormat.write(file, filter(keyed()));
    byte[] whole = Files.readAllBytes(file);
    var random = new Random(1);

    for (int i = 0; i < DAMAGES; i++) {
      // when: a bit is flipped, or the end is missing, or something follows it
      byte[] damaged = switch (i % 3) {
        case 0 -> flipped(whole, random.nextInt(whole.length * 8));
        case 1 -> Arrays.copyOf(whole, random.nextInt(whole.length));
        default -> Arrays.copyOf(whole, whole.length + 1 + random.nextInt(50));
      };
      Files.write(file, damaged);

      // then
      assertThatThrownBy(() -> FilterFormat.read(file)).isInstanceOf(RefusedList.class);
    }
  }

  @Test
  void shouldRefuseKeyThatIsTooShort() {
    // when / then
    assertThatThrownBy(() -> NumberDigest.keyed(new byte[NumberDigest.MIN_KEY_BYTES - 1]))
        .hasMessageContainingAll("at least 16 bytes", "but got 15");
  }

  /** The documentation's reader is another implementation of the same format. */
  @Test
  void shouldBeReadByTheReaderInTheDocuments() throws Exception {
    // given
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "there is no Python here");
    Path file = folder.resolve("a.filter");
    FilterFormat.write(file, filter(keyed()));
    String document = Files.readString(Path.of("docs/filter.md"));
    var code = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL).matcher(document);
    assertThat(code.find()).isTrue();
    Path script = Files.writeString(folder.resolve("reader.py"), code.group(1));

    // when
    Process python = new ProcessBuilder("/usr/bin/python3", script.toString(), file.toString(), KEY, LISTED,
        "+14075551235", "+19005550100").redirectErrorStream(true).start();
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    // then
    assertThat(python.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(said).isEqualTo("+14075551234 ask\n+14075551235 not listed\n+19005550100 ask\n");
  }

  private static byte[] flipped(byte[] whole, int bit) {
    byte[] damaged = whole.clone();
    damaged[bit / 8] ^= (byte) (1 << bit % 8);
    return damaged;
  }

  private static NumberDigest keyed() {
    return NumberDigest.keyed(KEY.getBytes(StandardCharsets.US_ASCII));
  }

  private static FilterFile filter(NumberDigest digest) {
    BloomFilter filter = BloomFilter.sized(100, 0.0001);
    digest.number(LISTED);
    filter.add(digest);
    return new FilterFile(new FilterFile.Facts(digest.isKeyed(), digest.keyCheck(), 1, 0.0001, 0, NOW),
        Set.of("+1900"), filter);
  }
}
