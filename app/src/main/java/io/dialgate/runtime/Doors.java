package io.dialgate.runtime;

import java.util.Set;

import io.dialgate.bridge.GenesysOptOuts;
import io.dialgate.http.Access;
import io.dialgate.http.HttpParts;
import io.dialgate.http.HttpServer;
import io.dialgate.http.Inboxes;
import io.dialgate.ledger.key.KeyFile;
import io.dialgate.numbering.LibPhoneNumbering;
import io.dialgate.runtime.access.KeyRing;
import io.dialgate.runtime.access.TlsFile;
import io.dialgate.runtime.api.Api;
import io.dialgate.runtime.scrub.ScrubService;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.WebhookSettings;
import io.dialgate.runtime.webhook.DataActionInbox;
import io.dialgate.runtime.webhook.GenesysInbox;
import io.dialgate.runtime.webhook.SecretFile;
import io.dialgate.runtime.webhook.WebhookTopics;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroDeserializer;
import io.dialgate.wire.signature.BodySignature;

/** Puts together what the HTTP server answers from. */
final class Doors {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

  private final Foundation on;
  private final Settings settings;

  private Doors(Foundation on) {
    this.on = on;
    this.settings = on.settings();
  }

  /**
   * Opens them.
   *
   * @throws Unreachable if the port cannot be had
   */
  static HttpServer open(Foundation on, Workers workers, String version) {
    var doors = new Doors(on);
    Settings settings = on.settings();
    var logs = new ServedLogs(on.logs(), settings.audit().origin(), on.partitions(),
        new KeyFile(settings.audit().keyFile()));
    var parts = new HttpParts(version, workers.readiness(), on.metrics()::scrape, logs, doors.access(),
        Api.open(settings, on.client(), on.registry(), on.partitions(), workers.gate(), on.clock(), on.closing()),
        doors.inboxes(), on.closing().add(ScrubService.start(settings, on.cluster(), on.logs(), on.clock())));
    return on.closing().add(HttpServer.start(settings.http().host(), settings.http().port(),
        settings.http().tls().map(TlsFile::read).orElse(null), parts));
  }

  /** Whether the API asks for no key: only where nobody but this machine can reach it, nor the broker behind it. */
  static boolean areOpen(Settings settings) {
    return settings.cluster().isEmpty() && LOOPBACK.contains(settings.http().host());
  }

  private Access access() {
    var door = new Access.Door(areOpen(settings), settings.http().lookups().publicLogs(), settings.http().rate());
    return new Access(on.closing().add(KeyRing.start(on.client(), Topics.API_KEYS.name(on.prefix()),
        new AvroDeserializer<>(OperatorAction.class, on.registry()), on.clock())), door);
  }

  private Inboxes inboxes() {
    WebhookSettings webhooks = settings.webhooks();
    var topics = on.closing().add(new WebhookTopics(on.client(), on.prefix(), on.registry()));
    return new Inboxes(
        new GenesysInbox(topics, new GenesysOptOuts(webhooks.codes(), webhooks.region()), new LibPhoneNumbering(),
            on.clock()),
        new DataActionInbox(topics, on.clock()), webhooks.cxoneSecret().map(SecretFile::read).map(BodySignature::new),
        on.clock());
  }
}
