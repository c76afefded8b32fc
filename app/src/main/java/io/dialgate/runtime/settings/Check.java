package io.dialgate.runtime.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Which texts a key takes.
 *
 * @param type how Kafka's {@link ConfigDef} reads the text
 * @param validator what it must then satisfy; an absent value is let through
 * @param expected the words after "expected", for the person who got it wrong
 */
record Check(ConfigDef.Type type, ConfigDef.Validator validator, String expected) {

  static Check wholeNumber(long least, long most) {
    return new Check(ConfigDef.Type.LONG, holding(value -> {
      long number = (Long) value;
      return number >= least && number <= most;
    }), "a whole number from " + least + " to " + most);
  }

  static Check port() {
    return new Check(ConfigDef.Type.LONG, wholeNumber(0, 65_535).validator(), "a port from 0 (any free one) to 65535");
  }

  static Check copies() {
    return new Check(ConfigDef.Type.LONG, holding(value -> {
      long number = (Long) value;
      return number == -1 || (number >= 1 && number <= Short.MAX_VALUE);
    }), "a whole number from 1 to " + Short.MAX_VALUE + ", or -1");
  }

  static Check matching(String pattern, String expected) {
    return new Check(ConfigDef.Type.STRING, holding(value -> value.toString().matches(pattern)), expected);
  }

  static Check trueOrFalse() {
    return matching("true|false", "true or false");
  }

  static Check httpUrl() {
    return new Check(ConfigDef.Type.STRING, holding(value -> {
      URI url = URI.create(value.toString());
      return ("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null
          && url.getQuery() == null && url.getFragment() == null;
    }), "an address that begins with http:// or https:// and a host");
  }

  static Check duration(Duration least, Duration most) {
    return new Check(ConfigDef.Type.STRING, holding(value -> {
      Duration duration = Duration.parse(value.toString());
      return duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0;
    }), "an ISO-8601 duration from " + least + " to " + most);
  }

  static Check someOf(List<?> known) {
    List<String> names = known.stream().map(Object::toString).toList();
    return new Check(ConfigDef.Type.LIST, holding(value -> {
      List<?> chosen = (List<?>) value;
      return !chosen.isEmpty() && names.containsAll(chosen);
    }), "one or more of " + names.stream().collect(Collectors.joining(", ")) + ", separated by commas");
  }

  /** Any exception that the test itself throws, as a parser does, means no. */
  private static ConfigDef.Validator holding(Predicate<Object> test) {
    return (String name, @Nullable Object value) -> {
      if (value != null && !holds(test, value)) {
        throw new ConfigException(name, value);
      }
    };
  }

  private static boolean holds(Predicate<Object> test, Object value) {
    try {
      return test.test(value);
    } catch (RuntimeException unreadable) {
      return false;
    }
  }
}
