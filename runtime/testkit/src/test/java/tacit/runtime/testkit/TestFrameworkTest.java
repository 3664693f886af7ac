package tacit.runtime.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.metatype.MetaTypeService;
import tacit.api.learn.FailureTemplates;

class TestFrameworkTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final TestFramework framework =
            TestFramework.start(Clock.fixed(NOON, ZoneOffset.UTC), Map.of("hen.house", "1"));

    @AfterEach
    void stop() {
        framework.close();
    }

    @Test
    void startsWithTheServicesOfTheHost() {
        assertThat(framework.await(ServiceComponentRuntime.class)).isNotNull();
        assertThat(framework.await(EventAdmin.class)).isNotNull();
        assertThat(framework.await(MetaTypeService.class)).isNotNull();
        assertThat(framework.await(Clock.class).instant()).isEqualTo(NOON);
        assertThat(framework.context().getProperty("hen.house")).isEqualTo("1");
    }

    @Test
    void sharesTheApiWithABundleFromSource() {
        framework.start(Loud.jar("1.0.0", "loud"));

        FailureTemplates loud = framework.await(FailureTemplates.class, "(tacit.role=failure-template)");

        assertThat(loud.template("hen", null)).isEqualTo("loud hen");
    }

    @Test
    void declaresTheRolesOfTheApi() {
        BundleRevision system = framework.context().getBundle(0).adapt(BundleRevision.class);

        assertThat(system.getDeclaredCapabilities("tacit.role"))
                .extracting(capability -> capability.getAttributes().get("role"))
                .contains("failure-template", "trace-source", "failure-detector");
    }

    @Test
    void holdsTwoVersionsOfOneBundleAndUpdatesThem() throws BundleException {
        Bundle first = framework.start(Loud.jar("1.0.0", "loud"));
        Bundle second = framework.install("here", Loud.jar("1.1.0", "louder"));

        assertThat(framework.context().getBundle("here")).isSameAs(second);
        assertThat(second.getSymbolicName()).isEqualTo(first.getSymbolicName());
        assertThat(framework.services(FailureTemplates.class, "(tacit.role=*)")).hasSize(1);
    }

    @Test
    void startsABundleOfTheClassPathWithItsConfiguration() {
        framework.configure("hen.Loud", Map.of("word", "quiet"));
        framework.start(BundleJar.named("hen.house", "1.0.0")
                .component("hen.Loud", Loud.CONFIGURED)
                .source("hen.Loud", Loud.source("loud"))
                .bytes());

        assertThat(framework.await(FailureTemplates.class, "(word=quiet)")).isNotNull();
    }

    @Test
    void refusesABundleThatImportsWhatIsNotThere() {
        byte[] jar = BundleJar.named("hen.house", "1.0.0")
                .header("Import-Package", "org.example.missing")
                .bytes();

        assertThatThrownBy(() -> framework.start(jar))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("org.example.missing");
    }

    @Test
    void deletesItsStorage() {
        Path storage = Path.of(framework.context().getProperty("org.osgi.framework.storage"));
        assertThat(storage).isDirectory();

        framework.close();

        assertThat(storage).doesNotExist();
    }
}
