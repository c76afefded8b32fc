package io.dialgate.it;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The grounds of {@link OnEveryGround}. */
final class EveryGround implements ClassTemplateInvocationContextProvider {

  @Override
  public boolean supportsClassTemplate(ExtensionContext testClass) {
    return true;
  }

  @Override
  public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext testClass) {
    return Stream.of(on("embedded", new GivenGround.Embedded()),
        on("Testcontainers", new ContainerGround.Needed(), new GivenGround(ContainerGround::of)));
  }

  private static ClassTemplateInvocationContext on(String name, Extension... extensions) {
    return new ClassTemplateInvocationContext() {
      @Override
      public String getDisplayName(int index) {
        return name;
      }

      @Override
      public List<Extension> getAdditionalExtensions() {
        return List.of(extensions);
      }
    };
  }
}
