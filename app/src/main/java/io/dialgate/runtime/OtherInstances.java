package io.dialgate.runtime;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.dialgate.runtime.settings.ApiSettings;
import io.dialgate.runtime.settings.Role;
import io.dialgate.runtime.settings.SettingKey;
import io.dialgate.runtime.settings.SettingKeys;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.streams.InstanceId;

/** Looks for other instances of the gate, which have to be able to ask this one about the numbers that it will have. */
final class OtherInstances {

  private static final Logger LOG = LoggerFactory.getLogger(OtherInstances.class);
  private static final long ANSWER_WITHIN_SECONDS = 30;

  private OtherInstances() {}

  /**
   * Refuses to join others that could not reach this one. The first instance needs no address; which instance comes when is not
   * ours to know, and of two that start in the same moment neither may see the other.
   *
   * @param client of the brokers
   * @throws Refused if there are others, and they could not
   */
  static void refuseIfOutOfReach(Settings settings, Map<String, Object> client) throws InterruptedException {
    ApiSettings http = settings.http();
    if (settings.cluster().isEmpty() || !settings.roles().contains(Role.GATE) || http.canBeReached()) {
      return;
    }
    String own = InstanceId.of(settings.embedded().dataDir());
    long others = members(client, settings.applicationId(Role.GATE)).stream()
        .filter(member -> !member.groupInstanceId().orElse("").startsWith(own)).count();
    if (others > 0) {
      String key = SettingKeys.APPLICATION_SERVER.name();
      throw new Refused(
          "expected %s, since other instances of the gate are running and could not ask this one at %s, but got %s; set it (or the variable %s) to host:port as they see it"
              .formatted(key, http.reachedAt(), http.applicationServer().isPresent() ? "that" : "none",
                  SettingKey.variable(key)));
    }
  }

  /** The threads that work for it; none if nobody has heard of it. */
  private static List<MemberDescription> members(Map<String, Object> client, String application)
      throws InterruptedException {
    try (Admin admin = Admin.create(client)) {
      return List.copyOf(admin.describeConsumerGroups(List.of(application)).all()
          .get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS).values().iterator().next().members());
    } catch (ExecutionException | TimeoutException e) {
      // No group of that name yet; or one that may not be looked at, which is no reason not to work.
      LOG.atDebug().addKeyValue("group", application).setCause(e).log("could not be described");
      return List.of();
    }
  }
}
