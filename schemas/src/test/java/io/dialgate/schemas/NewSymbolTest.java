package io.dialgate.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Enums grow. A reader that does not know a symbol yet takes the default for it, and reads on. */
class NewSymbolTest {

  private static final String NEW_SYMBOL = "SYMBOL_OF_THE_NEXT_VERSION";

  static Stream<Schema> enums() {
    return PublicSchemas.namedTypes().stream().filter(type -> type.getType() == Schema.Type.ENUM);
  }

  static Stream<Map.Entry<String, Schema>> topics() {
    return PublicSchemas.BY_TOPIC.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("enums")
  void shouldReadNewSymbolAsDefault(Schema reader) {
    // given
    Schema writer = grown(reader);
    byte[] bytes = Records.encode(writer, new GenericData.EnumSymbol(writer, NEW_SYMBOL));

    // when
    Object read = Records.decodeToClass(writer, reader, bytes);

    // then
    assertThat(reader.getEnumDefault()).isIn(reader.getEnumSymbols());
    assertThat(read).isInstanceOf(Enum.class).hasToString(reader.getEnumDefault());
  }

  @ParameterizedTest
  @MethodSource("topics")
  void shouldReadRecordThatHoldsNewSymbolsAtAnyDepth(Map.Entry<String, Schema> topic) {
    // given
    Schema reader = topic.getValue();
    Schema writer = grown(reader);
    int seen = 0;

    for (Object written : Records.random(writer, 100)) {
      int put = putNewSymbol(written);
      byte[] bytes = Records.encode(writer, written);

      // when
      Object read = Records.decodeToClass(writer, reader, bytes);

      // then
      assertThat(GenericData.get().validate(reader, Records.decode(writer, reader, bytes))).isTrue();
      assertThat(read.toString()).doesNotContain(NEW_SYMBOL);
      seen += put;
    }
    assertThat(seen > 0).as("new symbols written").isEqualTo(writer.toString().contains(NEW_SYMBOL));
  }

  @Test
  void shouldSuppressWhenTheVerdictIsUnknown() {
    // given
    Schema reader = Verdict.getClassSchema();
    Schema writer = grown(reader);

    // when
    byte[] bytes = Records.encode(writer, new GenericData.EnumSymbol(writer, NEW_SYMBOL));

    // then
    assertThat(Records.decodeToClass(writer, reader, bytes)).isEqualTo(Verdict.SUPPRESS);
  }

  /** The schema as a later version may have it: each enum with one symbol more. */
  private static Schema grown(Schema schema) {
    String text = schema.toString();
    Set<Schema> types = new LinkedHashSet<>();
    PublicSchemas.collectNamedTypes(schema, types);
    for (Schema type : types) {
      if (type.getType() == Schema.Type.ENUM) {
        String last = "\"" + type.getEnumSymbols().getLast() + "\"]";
        text = text.replace(symbols(type), symbols(type).replace(last, last.replace("]", ",\"" + NEW_SYMBOL + "\"]")));
      }
    }
    return new Schema.Parser().parse(text);
  }

  private static String symbols(Schema type) {
    return "\"symbols\":[\"" + String.join("\",\"", type.getEnumSymbols()) + "\"]";
  }

  /** Sets every enum in the datum to the new symbol; says how many there were. */
  private static int putNewSymbol(Object datum) {
    int count = 0;
    if (datum instanceof GenericRecord record) {
      for (Schema.Field field : record.getSchema().getFields()) {
        Object value = record.get(field.pos());
        if (value instanceof GenericData.EnumSymbol symbol) {
          record.put(field.pos(), new GenericData.EnumSymbol(symbol.getSchema(), NEW_SYMBOL));
          count++;
        } else {
          count += putNewSymbol(value);
        }
      }
    } else if (datum instanceof Iterable<?> elements) {
      for (Object element : elements) {
        count += putNewSymbol(element);
      }
    }
    return count;
  }
}
