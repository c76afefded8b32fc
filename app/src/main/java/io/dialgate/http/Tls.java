package io.dialgate.http;

import java.security.KeyStore;

import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * What the API proves itself with.
 *
 * @param keys one private key and its certificates
 * @param password of that key
 */
public record Tls(KeyStore keys, String password) {

  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  SslContextFactory.Server factory() {
    var factory = new SslContextFactory.Server();
    factory.setKeyStore(keys);
    factory.setKeyStorePassword(password);
    factory.setIncludeProtocols(PROTOCOLS);
    return factory;
  }

  /** Never the password. */
  @Override
  public String toString() {
    return "Tls";
  }
}
