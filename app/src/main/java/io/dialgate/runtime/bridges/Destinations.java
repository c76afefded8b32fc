package io.dialgate.runtime.bridges;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.dialgate.bridge.delivery.Destination;
import io.dialgate.bridge.oauth.Credentials;
import io.dialgate.bridge.platform.Kind;
import io.dialgate.bridge.platform.Login;
import io.dialgate.bridge.platform.Profile;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.settings.BridgeSettings.Hook;
import io.dialgate.runtime.settings.BridgeSettings.Platform;
import io.dialgate.runtime.settings.SettingKey;

/**
 * A destination as it was set, with what is needed to get in.
 *
 * @param tokenUrl empty where there are no tokens
 * @param rate requests a second, at most
 */
record Destinations(Destination destination, String tokenUrl, Credentials credentials, int rate) {

  private static final int HOOK_RATE = 100;

  /**
   * A platform.
   *
   * @throws Refused if something is missing
   */
  static Destinations of(Platform platform) {
    Profile profile = ProfileFiles.read(platform.name(), platform.profile(), platform.operations(),
        platform.parameters().keySet());
    String base = platform.url().map(Object::toString).or(profile::base)
        .orElseThrow(() -> missing(platform, "url", "the profile has no address of its own"));
    String tokenUrl = platform.tokenUrl().map(Object::toString).orElseGet(() -> tokenUrl(profile.login(), base));
    if (!(profile.login() instanceof Login.None)) {
      required(platform, "client.secret", platform.clientSecret());
      if (!(profile.login() instanceof Login.Signature)) {
        required(platform, "client.id", platform.clientId());
      }
    }
    Map<String, JsonNode> parameters = new HashMap<>();
    platform.parameters().forEach((name, value) -> parameters.put(name, TextNode.valueOf(value)));
    return new Destinations(new Destination(platform.name(), profile, base, parameters), tokenUrl,
        new Credentials(platform.clientId(), platform.clientSecret()), platform.rate());
  }

  /** An address of the site's own, which is told one kind of thing. */
  static Destinations of(String name, Hook hook, Kind kind) {
    return new Destinations(new Destination(name, ProfileFiles.webhook(kind), hook.url().toString(), Map.of()), "",
        new Credentials("", hook.secret()), HOOK_RATE);
  }

  private static String tokenUrl(Login login, String base) {
    String url = switch (login) {
      case Login.ClientCredentials(String address, boolean _, String _) -> address;
      case Login.AccessKey(String address) -> address;
      case Login.None(),Login.Signature() -> "";
    };
    return url.startsWith("/") ? base + url : url;
  }

  private static void required(Platform platform, String key, String value) {
    if (value.isEmpty()) {
      throw missing(platform, key, "the profile logs in with it");
    }
  }

  private static Refused missing(Platform platform, String key, String why) {
    String name = "bridge." + platform.name() + "." + key;
    return new Refused(
        "expected %s together with bridge.%s.profile, since %s, but got none; set %s (or the variable %s)"
            .formatted(name, platform.name(), why, name, SettingKey.variable(name)));
  }
}
