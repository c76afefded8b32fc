package io.dialgate.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A schema is read by people who have nothing else: it says what a field means, in which unit, and what absence means. */
class DocumentationTest {

  private static final Pattern SINCE = Pattern.compile("Since version (\\d+)\\.");

  /** Longs that are no points in time; a new one has to be entered here. */
  private static final Set<String> COUNTS = Set.of("index", "offset", "size", "windowSeconds", "subjectMark",
      "allowanceValidityMillis", "requestMaxAgeMillis", "decisions", "allowed", "suppressed", "recalled", "unreadable");

  static Stream<Schema> types() {
    return PublicSchemas.namedTypes().stream();
  }

  static Stream<Arguments> fields() {
    return types().filter(type -> type.getType() == Schema.Type.RECORD).flatMap(
        type -> type.getFields().stream().map(field -> Arguments.of(type.getName() + "." + field.name(), field)));
  }

  @ParameterizedTest
  @MethodSource("types")
  void shouldSaySinceWhichVersion(Schema type) {
    // when
    String doc = type.getDoc();

    // then
    assertThat(doc).as("documentation of %s", type.getName()).isNotNull().containsPattern(SINCE);
    assertThat(SINCE.matcher(doc).results().map(found -> Integer.valueOf(found.group(1)))).as(
        "versions named for %s, up to the latest released", type.getName()).allMatch(
            version -> version >= 1 && version <= Releases.latest());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fields")
  void shouldSayWhatFieldMeans(String name, Schema.Field field) {
    // when
    String doc = field.doc();

    // then
    assertThat(doc).as("documentation of %s", name).isNotBlank();
    if (field.schema().isNullable()) {
      assertThat(doc).as("what absence of %s means", name).contains("Absent: ");
      assertThat(field.hasDefaultValue()).as("%s may be left out, so its default is null", name).isTrue();
      assertThat(field.schema().getTypes().getFirst().getType()).as("%s", name).isEqualTo(Schema.Type.NULL);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fields")
  void shouldHaveExactTypesForTimesAndMoney(String name, Schema.Field field) {
    // when
    Schema type = present(field.schema());

    // then
    assertThat(type.getType()).as("%s: amounts are decimals", name).isNotIn(Schema.Type.FLOAT, Schema.Type.DOUBLE);
    if (type.getType() == Schema.Type.LONG && !COUNTS.contains(field.name())) {
      assertThat(type.getLogicalType()).as("%s: times are timestamp-micros", name)
          .isEqualTo(LogicalTypes.timestampMicros());
      assertThat(field.doc()).as("%s says that it is UTC", name).contains("UTC");
    }
    if (field.name().toLowerCase().contains("amount")) {
      assertThat(type.getLogicalType()).as("%s: money is a decimal", name).isInstanceOf(LogicalTypes.Decimal.class);
    }
  }

  private static Schema present(Schema schema) {
    return schema.isNullable()
        ? schema.getTypes().stream().filter(type -> type.getType() != Schema.Type.NULL).findFirst().orElseThrow()
        : schema;
  }
}
