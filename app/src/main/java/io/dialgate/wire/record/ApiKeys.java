package io.dialgate.wire.record;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.access.ApiKey;
import io.dialgate.domain.access.Caller;
import io.dialgate.domain.access.Right;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;

/**
 * {@code api-keys}: the last thing that was done to each key. The same record goes to {@code operator-actions}, where it is
 * audited; the hash that it carries gives nothing away.
 */
public final class ApiKeys {

  private static final String NAME = "name";
  private static final String HASH = "hash";
  private static final String SCOPES = "scopes";
  private static final String EXPIRES = "expiresAt";

  private ApiKeys() {}

  /** That a key was created or, if it is taken back, that it was. */
  public static OperatorAction toRecord(ApiKey key, String actionId, String who, Instant at,
      @Nullable String because) {
    Map<String, String> details = new HashMap<>();
    details.put(NAME, key.caller().name());
    details.put(HASH, key.hash());
    details.put(SCOPES, key.caller().rights().stream().sorted().map(Right::scope).collect(Collectors.joining(",")));
    if (key.expiresAt() != null) {
      details.put(EXPIRES, key.expiresAt().toString());
    }
    return new OperatorAction(actionId,
        key.revoked() ? OperatorActionKind.KEY_REVOKED : OperatorActionKind.KEY_CREATED, key.id(), who, at, because,
        details);
  }

  /** The key; empty if the record is of a kind or a form that this version does not know, which then admits nobody. */
  public static Optional<ApiKey> read(OperatorAction record) {
    boolean revoked = record.getAction() == OperatorActionKind.KEY_REVOKED;
    Map<String, String> details = record.getDetails();
    String name = details.get(NAME);
    String hash = details.get(HASH);
    if ((!revoked && record.getAction() != OperatorActionKind.KEY_CREATED) || name == null || hash == null) {
      return Optional.empty();
    }
    try {
      String expires = details.get(EXPIRES);
      var rights = Arrays.stream(details.getOrDefault(SCOPES, "").split(",")).filter(scope -> !scope.isEmpty())
          .map(Right::of).collect(Collectors.toSet());
      return Optional.of(new ApiKey(record.getSubject(), hash, new Caller(name, rights),
          expires == null ? null : Instant.parse(expires), revoked));
    } catch (RuntimeException unknown) {
      return Optional.empty();
    }
  }
}
