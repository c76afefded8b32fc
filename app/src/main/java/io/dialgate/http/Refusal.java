package io.dialgate.http;

import java.util.LinkedHashMap;
import java.util.Map;

import io.javalin.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Ends a request with a {@link Problem}, from however deep. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Refusal(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  Refusal(HttpStatus status, String detail) {
    this(new Problem(status, detail));
  }

  /**
   * A field is wrong.
   *
   * @param field its path, for example {@code requests[3].phone}
   * @param expected what was expected there
   * @param got what came, in words that give no number away
   */
  static Refusal field(String field, String expected, String got) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>();
    more.put("field", field);
    more.put("expected", expected);
    more.put("got", got);
    return new Refusal(new Problem(HttpStatus.UNPROCESSABLE_CONTENT,
        "expected %s to be %s, but got %s; correct it, nothing was done".formatted(field, expected, got), more));
  }

  Problem problem() {
    return problem;
  }
}
