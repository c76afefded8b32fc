package io.dialgate.bridge.oauth;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.dialgate.bridge.platform.Login;

/** The requests by which tokens are had. */
final class TokenRequests {

  private TokenRequests() {}

  /** RFC 6749, 4.4.2; id and secret by 2.3.1, which has them form-encoded before they go into the header. */
  static HttpRequest clientCredentials(String url, Login.ClientCredentials login, Credentials credentials) {
    StringBuilder form = new StringBuilder("grant_type=client_credentials");
    var request = HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "application/json");
    if (login.basic()) {
      String pair = encode(credentials.id()) + ":" + encode(credentials.secret());
      request.header("Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    } else {
      form.append("&client_id=").append(encode(credentials.id())).append("&client_secret=")
          .append(encode(credentials.secret()));
    }
    if (!login.scope().isEmpty()) {
      form.append("&scope=").append(encode(login.scope()));
    }
    return request.POST(BodyPublishers.ofString(form.toString())).build();
  }

  static HttpRequest accessKey(String url, Credentials credentials) {
    String body = JsonNodeFactory.instance.objectNode().put("accessKeyId", credentials.id())
        .put("accessKeySecret", credentials.secret()).toString();
    return HttpRequest.newBuilder(URI.create(url)).header("Content-Type", "application/json")
        .header("Accept", "application/json").POST(BodyPublishers.ofString(body)).build();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
