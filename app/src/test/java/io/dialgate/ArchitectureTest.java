package io.dialgate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.wire.Topics;

/**
 * Which package may know which. An arrow points from what knows to what is known, and none points back:
 *
 * <pre>
 * cli ─▶ runtime ─▶ { http · bridge · lists · ledger · query · topology } ─▶ wire ─▶ domain ◀─ rules, numbering
 *  └▶ bench ─▶ embedded
 * </pre>
 */
class ArchitectureTest {

  private static final int MAX_LINES = 350;
  private static final int MAX_LINES_OF_PACKAGE_INFO = 15;

  private static final JavaClasses CLASSES = new ClassFileImporter()
      .importUrl(Topics.class.getProtectionDomain().getCodeSource().getLocation());

  /** Each package, and the packages that it may know beside itself. A new package has to find its place here. */
  private static final Map<String, Set<String>> MAY_KNOW = mayKnow();

  private static Map<String, Set<String>> mayKnow() {
    var all = new LinkedHashMap<String, Set<String>>();
    all.put("domain", Set.of());
    all.put("numbering", Set.of("domain"));
    all.put("rules", Set.of("domain"));
    all.put("wire", Set.of("domain", "schemas"));
    List.of("http", "bridge", "lists", "ledger", "query", "topology")
        .forEach(name -> all.put(name, Set.of("wire", "domain", "schemas")));
    all.put("embedded", Set.of());
    all.put("runtime", known(all, Set.of("embedded")));
    all.put("bench", known(all, Set.of()));
    all.put("cli", known(all, Set.of()));
    return all;
  }

  private static Set<String> known(Map<String, Set<String>> soFar, Set<String> except) {
    return Stream.concat(soFar.keySet().stream(), Stream.of("schemas")).filter(name -> !except.contains(name))
        .collect(Collectors.toSet());
  }

  static Set<String> packages() {
    return MAY_KNOW.keySet();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void shouldKnowOnlyWhatLiesToTheRight(String name) {
    // given
    var forbidden = new TreeSet<>(MAY_KNOW.keySet());
    forbidden.add("schemas");
    forbidden.remove(name);
    forbidden.removeAll(MAY_KNOW.getOrDefault(name, Set.of()));
    var rule = noClasses().that().resideInAPackage("io.dialgate." + name + "..").should().dependOnClassesThat()
        .resideInAnyPackage(forbidden.stream().map(it -> "io.dialgate." + it + "..").toArray(String[]::new))
        .allowEmptyShould(true);

    // when / then
    rule.check(CLASSES);
  }

  @Test
  void shouldFindAPlaceForEveryPackage() {
    // when
    Set<String> found = CLASSES.getPackage("io.dialgate").getSubpackages().stream().map(JavaPackage::getRelativeName)
        .filter(name -> !name.equals("schemas")).collect(Collectors.toSet());

    // then
    assertThat(MAY_KNOW.keySet()).as("packages that have an arrow").containsAll(found);
  }

  @Test
  void shouldKeepTheDomainFreeOfEverythingButJava() {
    // given
    var rule = noClasses().that().resideInAPackage("io.dialgate.domain..").should().dependOnClassesThat()
        .resideOutsideOfPackages("io.dialgate.domain..", "java..", "org.jspecify.annotations..");

    // when / then
    rule.check(CLASSES);
  }

  @Test
  void shouldKeepClockAndChanceOutOfTheDomain() {
    // given
    var rule = noClasses().that().resideInAPackage("io.dialgate.domain..").should()
        .dependOnClassesThat().haveFullyQualifiedName("java.util.Random").orShould()
        .dependOnClassesThat().haveFullyQualifiedName("java.time.Clock").orShould()
        .callMethod(Instant.class, "now").orShould().callMethod(System.class, "currentTimeMillis").orShould()
        .callMethod(System.class, "nanoTime").orShould().callMethod(System.class, "getenv");

    // when / then
    rule.check(CLASSES);
  }

  /** Benches start their contestants; the broker and the registry are started by one package only. */
  @Test
  void shouldStartProcessesInOnePlace() {
    // given
    var rule = noClasses().that().resideOutsideOfPackages("io.dialgate.embedded..", "io.dialgate.bench..").should()
        .dependOnClassesThat().haveFullyQualifiedName("java.lang.ProcessBuilder").orShould()
        .callMethod(Runtime.class, "exec", String[].class).orShould()
        .dependOnClassesThat().resideInAnyPackage("kafka..", "org.apache.kafka.server..", "org.apache.kafka.raft..",
            "org.apache.kafka.metadata..", "io.apicurio..");

    // when / then
    rule.check(CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"io.dialgate.(*)..", "io.dialgate.domain.(*)..", "io.dialgate.wire.(*)..",
      "io.dialgate.topology.(*)..", "io.dialgate.runtime.(*)..", "io.dialgate.bridge.(*)..", "io.dialgate.lists.(*)..",
      "io.dialgate.ledger.(*)..", "io.dialgate.cli.(*).."})
  void shouldHaveNoCycles(String pattern) {
    // when / then
    slices().matching(pattern).should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void shouldSayInEveryPackageWhatBelongsThereAndThatNullIsSaid() {
    // when
    List<String> silent = CLASSES.getPackage("io.dialgate").getSubpackagesInTree().stream()
        .filter(it -> !it.getClasses().isEmpty() && !it.getName().startsWith("io.dialgate.schemas"))
        .filter(it -> it.tryGetPackageInfo().map(info -> !info.isAnnotatedWith(NullMarked.class)).orElse(true))
        .map(JavaPackage::getName).toList();

    // then
    assertThat(silent).as("packages without a package-info with @NullMarked").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java", "src/test/java"})
  void shouldKeepFilesSmall(String folder) throws IOException {
    // given
    List<Path> files;
    try (var all = Files.walk(Path.of(folder))) {
      files = all.filter(file -> file.toString().endsWith(".java")).toList();
    }

    // when / then
    assertThat(files).isNotEmpty().allSatisfy(file -> {
      int most = file.endsWith("package-info.java") ? MAX_LINES_OF_PACKAGE_INFO : MAX_LINES;
      assertThat(Files.readAllLines(file)).as("lines of %s", file).hasSizeLessThanOrEqualTo(most);
    });
  }
}
