package io.dialgate.runtime.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.dialgate.runtime.settings.Settings;
import io.dialgate.wire.Topics;

/**
 * What an administrator runs so that the application can append to the audit, and nobody can delete, truncate, compact or alter
 * it: Kafka's {@code kafka-acls.sh}, of which a denial goes before every permission. Deleting records needs {@code Delete},
 * another retention or compaction {@code AlterConfigs}, more partitions {@code Alter}.
 *
 * <p>Source: Apache Kafka, "Authorization and ACLs". Super users are above all ACLs: what they do to the log, only its signed
 * heads tell.
 */
public final class AclCommands {

  private AclCommands() {}

  /** The commands, and comments for a shell. */
  public static List<String> of(Settings settings, String brokers, String principal) {
    String tool = "kafka-acls.sh --bootstrap-server %s --add ".formatted(quoted(brokers));
    String allow = tool + "--allow-principal " + quoted(principal) + " ";
    String prefix = quoted(settings.topics().prefix());
    String applications = quoted(settings.applicationIdPrefix());
    List<String> commands = new ArrayList<>();
    commands.add("# The application may read and append to its topics, and create them at its first start.");
    commands.add(allow + "--topic " + prefix + " --resource-pattern-type prefixed --operation Read --operation Write"
        + " --operation Describe --operation DescribeConfigs --operation Create");
    commands.add("# Its changelogs, its consumer groups and its transactions.");
    commands.add(allow + "--topic " + applications + " --resource-pattern-type prefixed --operation All");
    commands.add(
        allow + "--group " + applications + " --resource-pattern-type prefixed --operation Read --operation Describe");
    commands.add(allow + "--transactional-id " + applications
        + " --resource-pattern-type prefixed --operation Write --operation Describe");
    commands.add(
        "# Nobody may delete, truncate, compact or alter the audit; super users are above this, and only the signed heads tell what they did.");
    Stream.of(Topics.AUDIT, Topics.AUDIT_CHECKPOINTS)
        .forEach(topic -> commands.add(tool + "--deny-principal 'User:*' --topic "
            + quoted(topic.name(settings.topics().prefix()))
            + " --operation Delete --operation Alter --operation AlterConfigs"));
    commands.add(
        "# The brokers need an authorizer, and allow.everyone.if.no.acl.found=false, so that nobody else can append.");
    return commands;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
