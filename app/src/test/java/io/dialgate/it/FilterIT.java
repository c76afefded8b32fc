package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.dialgate.domain.hash.Sha256;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.MatchType;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.wire.Topics;

/** The verbs {@code filter export} and {@code filter check} on what a running gate has on its lists. */
@OnEmbeddedGround
class FilterIT {

  private static final int LISTED = 500;

  private final Site site;

  FilterIT(Ground ground) {
    site = new Site(ground, "filter");
  }

  @AfterEach
  void leave() throws Exception {
    site.close();
  }

  @Test
  void shouldTellApartWhatIsSurelyOnNoListFromWhatTheGateHasToBeAsked() throws Exception {
    // given: 500 people, one of whom wants to be called again; and a prefix
    site.serve();
    Map<OptOutDisposition, String> said = new LinkedHashMap<>();
    IntStream.range(0, LISTED).mapToObj(Say::number)
        .forEach(number -> said.put(Say.optOut("out-" + number, number), number));
    said.put(Say.disposition("prefix", ListAction.ADD, "+1900", MatchType.PREFIX), "+1900");
    site.client().tell(Topics.OPT_OUT_DISPOSITIONS, said, OptOutDisposition::getEventId, false);
    String back = Say.number(7);
    site.client().tell(Topics.OPT_OUT_DISPOSITIONS, Map.of(Say.optIn("in", back), back),
        OptOutDisposition::getEventId, false);
    write("filter.key", "correct horse battery staple\n");
    Path contacts = write("contacts.csv", """
        name,phone
        "Doe, Jane",%s
        John,%s
        Back,%s
        Premium,+1 900 555 0100
        None,n/a
        """.formatted(Say.number(3), Say.number(LISTED + 3), back));

    // when
    JsonNode exported = site.verb("filter", "export", "--json", "--fpp", "0.0001", "--key-file", "filter.key",
        "--metrics", "filter.prom").done().json();
    JsonNode checked = site.verb("filter", "check", "--json", "--key-file", "filter.key", "--not-listed", "clean.csv",
        "--ask", "ask.csv", contacts.toString()).done().json();
    Verb wrongKey = site.verb("filter", "check", "--plain", "--not-listed", "x.csv", "--ask", "y.csv",
        contacts.toString());

    // then
    assertThat(exported.get("numbers").asInt()).isEqualTo(LISTED - 1);
    assertThat(exported.get("prefixes").asInt()).isEqualTo(1);
    assertThat(exported.get("measured").asDouble()).isLessThan(0.001);
    assertThat(site.folder().resolve("filter.prom")).content()
        .contains("dialgate_filter_numbers %s.0".formatted(LISTED - 1), "dialgate_filter_target_ratio 1.0E-4",
            "dialgate_filter_false_positive_ratio %s".formatted(exported.get("measured").asDouble()));
    assertThat(checked.get("surelyNotListed").asInt()).isEqualTo(2);
    assertThat(site.folder().resolve("clean.csv")).content().contains("name,phone", "John", "Back")
        .doesNotContain("Jane");
    assertThat(site.folder().resolve("ask.csv")).content().contains("\"Doe, Jane\"", "Premium", "None");
    assertThat(wrongKey.code()).isEqualTo(2);
    assertThat(wrongKey.err()).contains("expected the key that");
  }

  @Test
  void shouldPutNumbersThatAreListedByTheirHashIntoAPlainFilterOnly() throws Exception {
    // given
    site.serve();
    var hash = Say.disposition("hash", ListAction.ADD, Sha256.hex(Say.number(1)),
        MatchType.HASH);
    site.client().tell(Topics.OPT_OUT_DISPOSITIONS, Map.of(hash, hash.getPhone()), OptOutDisposition::getEventId, true);
    write("filter.key", "correct horse battery staple\n");
    write("numbers.csv", Say.number(1) + "\n" + Say.number(2) + "\n");

    // when
    Verb keyed = site.verb("filter", "export", "--key-file", "filter.key");
    site.verb("filter", "export", "--json", "--plain", "--fpp", "0.0001").done();
    JsonNode checked = site
        .verb("filter", "check", "--json", "--plain", "--not-listed", "clean.csv", "--ask", "ask.csv", "numbers.csv")
        .done().json();

    // then
    assertThat(keyed.code()).isEqualTo(2);
    assertThat(keyed.err()).contains("1 are listed by their SHA-256 only");
    assertThat(checked.get("askTheGate").asInt()).isEqualTo(1);
    assertThat(site.folder().resolve("ask.csv")).content().contains(Say.number(1));
  }

  private Path write(String name, String text) throws Exception {
    return Files.writeString(site.folder().resolve(name), text);
  }
}
