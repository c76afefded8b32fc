package io.dialgate.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.risk.Band;
import io.dialgate.domain.risk.Category;
import io.dialgate.domain.risk.Feature;
import io.dialgate.domain.risk.RiskModel;
import io.dialgate.domain.risk.RiskModels.Read;
import io.dialgate.domain.risk.Source;

/** What risk models say, and in which words faulty ones are refused. */
class ModelReaderTest {

  private static final ModelReader READER = new ModelReader();

  @ParameterizedTest
  @ValueSource(strings = {"/models/model.schema.json", "/models/thresholds.schema.json"})
  void shouldHaveSchemasThatAreSome(String resource) throws IOException {
    // given
    var metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

    // when / then
    try (InputStream in = Objects.requireNonNull(ModelReader.class.getResourceAsStream(resource))) {
      assertThat(metaSchema.validate(new ObjectMapper().readTree(in))).isEmpty();
    }
  }

  @Test
  void shouldNameTheShippedModelByItsBytes() {
    // when
    RiskModel model = DefaultModel.read(READER);

    // then
    assertThat(model.name()).isEqualTo("default");
    assertThat(model.hash()).isEqualTo(PolicyReader.hash(DefaultModel.document()));
    assertThat(model.basedOn()).isNull();
    assertThat(model.plan().windows()).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(5),
        Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(7));
  }

  @Test
  void shouldReadEverySourceAndBand() {
    // given
    String text = Models.withFeatures(
        "id: amount, of: amount, weight: 2, cap: 50, bands: [{over: \"10.50\", points: 30}], otherwise: 1",
        "id: sum, of: sum, window: 1m, bands: [{over: 7, points: 3}], otherwise: 0",
        "id: devices, of: distinct, attribute: device, window: 1h, bands: [{over: 1, points: 9}], otherwise: 0",
        "id: gap, of: since-last, bands: [{under: 2, points: 9}, {under: 5, points: 4}], otherwise: 0");

    // when
    List<Feature> features = Models.read(text).features();

    // then
    assertThat(features).extracting(Feature::source).containsExactly(new Source.Amount(),
        new Source.Sum(Duration.ofMinutes(1)), new Source.Distinct("device", Duration.ofHours(1)),
        new Source.SinceLast());
    assertThat(features.getFirst()).isEqualTo(new Feature("amount", new Source.Amount(),
        List.of(new Band.Over(new BigDecimal("10.50"), 30)), 1, 2, 50));
    assertThat(features.getLast().bands()).containsExactly(new Band.Under(new BigDecimal("2"), 9),
        new Band.Under(new BigDecimal("5"), 4));
  }

  static Stream<Arguments> faulty() {
    String count = "id: count, of: count, window: 1h, bands: [{over: 2, points: 10}], otherwise: 0";
    return Stream.of(
        arguments("unknown-tier: known", "unknown-tier: gold", 8,
            "one of the model's tiers, new, known, but got \"gold\""),
        arguments("is: new", "is: gold", 11, "one of the model's tiers, new, known, but got \"gold\""),
        arguments("tier: new, threshold", "tier: gold, threshold", 14, "one of the model's tiers, new, known, but got"),
        arguments("windows: [1m, 1h]", "windows: [1h, 1m]", 3, "expected windows in order, shortest first, but got"),
        arguments("grace: 1m", "grace: 61m", 5, "expected a grace of at most 60 times the shortest window, PT1H"),
        arguments("grace: 1m", "grace: soon", 5,
            "a whole number of at most 6 digits and s, m, h or d, but got \"soon\""),
        arguments(count, count.replace("1h", "2h"), 12,
            "expected one of the model's windows, but got 2h; correct it, or add"),
        arguments(count, count.replace("window: 1h, ", ""), 12,
            "expected the field window, but got none; say which one"),
        arguments(count, count.replace("of: count", "of: amount"), 12, "expected no window in a feature of amount"),
        arguments(count, count.replace("of: count", "of: pulse"), 12,
            "expected what the feature looks at: tier, amount, count, sum, distinct or since-last, but got \"pulse\""),
        arguments(count, count.replace("of: count", "of: distinct"), 12, "expected the field attribute, but got none"),
        arguments(count, count.replace("of: count", "of: distinct, attribute: shoe"), 12,
            "expected one of the model's attributes, but got \"shoe\""),
        arguments(count, count.replace("over: 2, ", ""), 12, "expected one of is, over and under, but got none"),
        arguments(count, count.replace("over: 2", "over: 2, under: 1"), 12, "but got over and under; say when"),
        arguments(count, count.replace("over: 2", "is: new"), 12,
            "expected over or under in a band of numbers, but got is"),
        arguments(count, count.replace("{over: 2,", "{over: 2, points: 1}, {over: 2,"), 12,
            "expected bands of which each can be reached, over from the greatest down and under from the least up"),
        arguments(count, count.replace("id: count", "id: tier"), 12,
            "an id that is used once, but got tier, which line 11"),
        arguments(count, count.replace("points: 10", "points: 101"), 12, "expected points, 0 to 100, but got 101"),
        arguments(count, count.replace("over: 2", "over: -2"), 12,
            "expected a number of at most 15 digits, and 4 more"),
        arguments(count, count.replace("over: 2", "over: 1e3"), 12, "and 4 more after the point, but got \"1e3\""),
        arguments("{id: rest, ", "{id: rest, tier: new, ", 15, "a last category without a condition"),
        arguments("tier: new, threshold", "threshold", 14,
            "expected tier or amount-over in every category but the last"),
        arguments("{id: rest", "{id: fresh", 15, "an id that is used once, but got fresh, which line 14 has too"),
        arguments("cap: 100", "cap: 101", 9, "expected the highest score, 1 to 100, but got 101"),
        arguments("cap: 100", "hat: 100", 9, "but got the field hat; correct its name or leave it out"),
        arguments("skew: 1m", "skew: 36d", 6, "expected a skew from 0 to PT840H, but got PT864H"));
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void shouldSayWhatIsWrongAndWhere(String right, String wrong, int line, String sentence) {
    // given
    byte[] document = Models.with(right, wrong).getBytes(StandardCharsets.UTF_8);

    // when / then
    assertThatThrownBy(() -> READER.read(document, "model.yaml", _ -> null))
        .isInstanceOfSatisfying(BrokenDocument.class,
            broken -> assertThat(broken.faults()).extracting(Fault::text)
                .anyMatch(it -> it.startsWith("model.yaml:" + line + ": ") && it.contains(sentence)));
  }

  @Test
  void shouldChangeThresholdsAlone() throws BrokenDocument {
    // given
    String base = Models.with("cap: 100", "cap: 100");
    byte[] document = thresholds(hash(base), "rest: 40");

    // when
    RiskModel model = READER.read(document, "strict.yaml", Map.of(hash(base), base)::get);

    // then
    RiskModel before = Models.read(base);
    assertThat(model.name()).isEqualTo("strict");
    assertThat(model.hash()).isEqualTo(PolicyReader.hash(document));
    assertThat(model.basedOn()).isEqualTo(before.hash());
    assertThat(model.plan()).isEqualTo(before.plan());
    assertThat(model.features()).isEqualTo(before.features());
    assertThat(model.categories()).containsExactly(new Category("fresh", "new", null, 30),
        new Category("rest", null, null, 40));
  }

  @Test
  void shouldKnowTheShippedModelAsABase() throws BrokenDocument {
    // when
    RiskModel model = READER.read(thresholds(PolicyReader.hash(DefaultModel.document()), "high_value: 50"), "t.yaml",
        _ -> null);

    // then
    assertThat(model.categories()).extracting(Category::threshold).containsExactly(30, 50, 65);
  }

  @Test
  void shouldRefuseThresholdsOfUnknownCategoriesAndModels() {
    // given
    String base = Models.with("cap: 100", "cap: 100");
    byte[] category = thresholds(hash(base), "unheard-of: 40");
    byte[] model = thresholds("sha256:" + "0".repeat(64), "rest: 40");

    // when / then
    assertThatThrownBy(() -> READER.read(category, "t.yaml", _ -> base)).hasMessage(
        "t.yaml:4: expected one of the base's categories, fresh, rest, but got unheard-of; correct it");
    assertThatThrownBy(() -> READER.read(model, "t.yaml", _ -> null)).hasMessageStartingWith(
        "t.yaml:3: expected the hash of a published model, or of the shipped one, but got sha256:000");
  }

  @Test
  void shouldRefuseThresholdsOfThresholds() {
    // given
    String shipped = PolicyReader.hash(DefaultModel.document());
    String first = new String(thresholds(shipped, "standard: 60"), StandardCharsets.UTF_8);
    byte[] second = thresholds(hash(first), "standard: 50");

    // when / then
    assertThatThrownBy(() -> READER.read(second, "t.yaml", Map.of(hash(first), first)::get))
        .hasMessageContaining("which only changes the thresholds of " + shipped + "; name that one");
  }

  @Test
  void shouldTellATopologyOfFaultsInsteadOfThrowing() {
    // given
    var documents = new ModelDocuments();

    // when
    Read broken = documents.read("format: 2", _ -> null);
    Read usable = documents.read(Models.with("cap: 100", "cap: 90"), _ -> null);

    // then
    assertThat(broken).isInstanceOfSatisfying(Read.Broken.class, it -> assertThat(it.faults()).isNotEmpty());
    assertThat(usable).isInstanceOfSatisfying(Read.Usable.class, it -> assertThat(it.model().cap()).isEqualTo(90));
  }

  private static byte[] thresholds(String base, String changed) {
    return "format: 1\nmodel: strict\nbase: %s\nthresholds: {%s}\n".formatted(base, changed)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(String text) {
    return PolicyReader.hash(text.getBytes(StandardCharsets.UTF_8));
  }
}
