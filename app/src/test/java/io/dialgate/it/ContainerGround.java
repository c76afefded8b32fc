package io.dialgate.it;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** Kafka as others ship it, in a container, beside the embedded machine's registry: one for all classes of tests that a JVM runs. */
final class ContainerGround implements AutoCloseable {

  private static final String IMAGE = "apache/kafka:4.3.1";

  private final KafkaContainer kafka = new KafkaContainer(IMAGE);

  private ContainerGround() {
    kafka.start();
  }

  static Ground of(ExtensionContext test) {
    KafkaContainer kafka = test.getStore(StoreScope.LAUNCHER_SESSION, Namespace.GLOBAL)
        .computeIfAbsent(ContainerGround.class, _ -> new ContainerGround(), ContainerGround.class).kafka;
    return EmbeddedGround.of(test).withBroker(kafka.getBootstrapServers());
  }

  @Override
  public void close() {
    kafka.stop();
  }

  /** Skips what needs a container where there is no Docker, and says so. */
  static final class Needed implements BeforeClassTemplateInvocationCallback {

    @Override
    public void beforeClassTemplateInvocation(ExtensionContext testClass) {
      if (!docker(testClass)) {
        String loud = "SKIPPED: %s did not run against a Testcontainers Kafka (%s), because no Docker engine answers; it ran on the embedded broker"
            .formatted(testClass.getRequiredTestClass().getSimpleName(), IMAGE);
        System.err.println(loud);
        Assumptions.abort(loud);
      }
    }

    private static boolean docker(ExtensionContext test) {
      return test.getStore(StoreScope.LAUNCHER_SESSION, Namespace.GLOBAL).computeIfAbsent("docker",
          _ -> DockerClientFactory.instance().isDockerAvailable(), Boolean.class);
    }
  }
}
