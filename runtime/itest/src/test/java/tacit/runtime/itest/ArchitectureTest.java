package tacit.runtime.itest;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {

    private static final JavaClasses TACIT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("tacit");

    @Test
    void seesEveryFamily() {
        for (String family : new String[] {"tacit.api.", "tacit.evidence.", "tacit.learn.", "tacit.runtime."}) {
            assertThat(TACIT).anyMatch(type -> type.getName().startsWith(family));
        }
    }

    @Test
    void bundlesMeetOnlyThroughTheApi() {
        Set<String> bundles = TACIT.stream()
                .map(JavaClass::getPackageName)
                .filter(
                        name -> name.matches(
                                "tacit\\.(evidence|memory|model|adapt|pulse|trigger|channel|learn|surface|panel|store)\\..+|tacit\\.runtime\\.(calls|ledger|trust|harness|sandbox|cellagent).*"))
                .map(name -> name.replaceAll("^(tacit\\.\\w+\\.\\w+).*", "$1"))
                .collect(Collectors.toSet());

        assertThat(bundles).isNotEmpty();
        for (String bundle : bundles) {
            noClasses()
                    .that()
                    .resideInAPackage(bundle + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("tacit..")
                            .and(not(resideInAnyPackage(
                                    bundle + "..",
                                    "tacit.api..",
                                    "tacit.memory.words..",
                                    "tacit.memory.sentences..",
                                    "tacit.channel.exchange..",
                                    "tacit.trigger.times..",
                                    "tacit.trigger.words..",
                                    "tacit.learn.conditions..",
                                    "tacit.panel.forms..",
                                    "tacit.pulse.guardrails.."))))
                    .check(TACIT);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "store: tacit.api.store",
                "access: tacit.api.access tacit.api.store",
                "event: tacit.api.event tacit.api.store",
                "harness: tacit.api.harness tacit.api.store",
                "trace: tacit.api.trace tacit.api.harness tacit.api.store",
                "ingest: tacit.api.ingest tacit.api.trace tacit.api.harness tacit.api.store",
                "learn: tacit.api.learn tacit.api.ingest tacit.api.trace tacit.api.harness tacit.api.store",
                "memory: tacit.api.memory tacit.api.trace tacit.api.harness tacit.api.store",
                "model: tacit.api.model tacit.api.harness tacit.api.store",
                "recall: tacit.api.recall tacit.api.memory tacit.api.trace tacit.api.harness tacit.api.store",
                "adapt: tacit.api.adapt tacit.api.recall tacit.api.memory tacit.api.trace tacit.api.harness tacit.api.store",
                "channel: tacit.api.channel tacit.api.memory tacit.api.trace tacit.api.harness tacit.api.store",
                "pulse: tacit.api.pulse tacit.api.adapt tacit.api.memory tacit.api.trace tacit.api.harness tacit.api.store",
                "execute: tacit.api.execute tacit.api.pulse tacit.api.harness tacit.api.store",
                "autonomy: tacit.api.autonomy tacit.api.execute tacit.api.pulse tacit.api.harness tacit.api.store",
                "reflect: tacit.api.reflect tacit.api.autonomy tacit.api.execute tacit.api.pulse tacit.api.memory tacit.api.trace tacit.api.harness tacit.api.store",
                "guard: tacit.api.guard tacit.api.trace tacit.api.harness tacit.api.store",
                "gate: tacit.api.gate tacit.api.learn tacit.api.ingest tacit.api.trace tacit.api.store",
                "trust: tacit.api.trust",
                "thread: tacit.api.thread",
                "generation: tacit.api.generation tacit.api.trust",
                "sandbox: tacit.api.sandbox tacit.api.harness",
                "experiment: tacit.api.experiment tacit.api.gate tacit.api.learn tacit.api.memory tacit.api.trace tacit.api.harness tacit.api.store",
                "http: tacit.api.http tacit.api.access tacit.api.store",
                "page: tacit.api.page tacit.api.http tacit.api.access tacit.api.store",
                "command: tacit.api.command tacit.api.access tacit.api.store"
            })
    void aStageKnowsOnlyEarlierStages(String stage, String known) {
        noClasses()
                .that()
                .resideInAPackage("tacit.api." + stage)
                .should()
                .dependOnClassesThat(resideInAPackage("tacit..").and(not(resideInAnyPackage(known.split(" ", -1)))))
                .check(TACIT);
    }

    @Test
    void theApiShowsNoLibrary() {
        classes()
                .that()
                .resideInAPackage("tacit.api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "tacit.api..", "org.osgi.annotation..", "org.jspecify.annotations..")
                .check(TACIT);
    }

    @Test
    void onlyTheLauncherStartsFrameworks() {
        launchRule().check(TACIT);
    }

    @Test
    void refusesAClassThatStartsAFramework() {
        JavaClasses launcher = new ClassFileImporter().importPackages("tacit.runtime.launcher.framework");

        assertThatThrownBy(() -> noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.osgi.framework.launch..")
                        .check(launcher))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Host");
    }

    private static ArchRule launchRule() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("tacit.runtime.launcher..", "tacit.runtime.cell..", "tacit.runtime.testkit..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.osgi.framework.launch..");
    }

    @Test
    void onlyRuntimeShellsAndSettingsTouchTheFramework() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "tacit.runtime..", "tacit.surface.shell..", "tacit.surface.cli..", "tacit.surface.settings..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.osgi.framework.BundleContext")
                .check(TACIT);
    }

    @Test
    void noPackageIsADrawer() {
        noClasses()
                .should()
                .resideInAnyPackage("..common..", "..util..", "..core..", "..misc..", "..impl..")
                .check(TACIT);
    }
}
