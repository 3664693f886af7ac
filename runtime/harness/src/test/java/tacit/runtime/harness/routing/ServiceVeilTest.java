package tacit.runtime.harness.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import tacit.api.harness.Recorded;
import tacit.api.learn.FailureTemplates;
import tacit.runtime.testkit.BundleJar;
import tacit.runtime.testkit.TestFramework;

class ServiceVeilTest {

    private static final String PROVIDERS = "(&(objectClass=" + FailureTemplates.class.getName() + ")(tacit.role=*))";

    private final Barn barn = new Barn();

    @AfterEach
    void stop() {
        barn.close();
    }

    @Test
    void hidesWhatASlotRegistersFromOtherBundles() throws InvalidSyntaxException {
        BundleContext other = barn.host("hen.yard");
        Bundle slot = barn.fill(Jars.ROLE, "A", Jars.templates("1.0.0", "loud"));
        Bundle second = barn.fill(Jars.ROLE, "B", Jars.templates("1.1.0", "louder"));

        assertThat(other.getAllServiceReferences(null, PROVIDERS)).isNull();
        assertThat(barn.harness.getAllServiceReferences(null, PROVIDERS)).hasSize(2);
        assertThat(barn.framework.context().getAllServiceReferences(null, PROVIDERS))
                .hasSize(2);
        assertThat(owners(slot.getBundleContext(), PROVIDERS)).containsExactly(slot);
        assertThat(owners(second.getBundleContext(), PROVIDERS)).containsExactly(second);
    }

    @Test
    void tellsNobodyElseOfTheirChanges() throws InvalidSyntaxException {
        List<ServiceEvent> seen = new ArrayList<>();
        List<ServiceEvent> harness = new ArrayList<>();
        barn.host("hen.yard").addServiceListener(seen::add, PROVIDERS);
        barn.harness.addServiceListener(harness::add, PROVIDERS);

        barn.fill(Jars.ROLE, "A", Jars.templates("1.0.0", "loud"));
        barn.fill(Jars.ROLE, "A", Jars.templates("1.1.0", "louder"));

        assertThat(seen).isEmpty();
        assertThat(harness)
                .extracting(ServiceEvent::getType)
                .containsExactly(ServiceEvent.REGISTERED, ServiceEvent.UNREGISTERING, ServiceEvent.REGISTERED);
    }

    @Test
    void tellsNothingToAListenerThatWasThereBefore() throws InvalidSyntaxException {
        try (TestFramework framework = TestFramework.start()) {
            List<ServiceEvent> seen = new ArrayList<>();
            BundleContext early =
                    framework.start(BundleJar.named("early", "1.0.0").bytes()).getBundleContext();
            early.addServiceListener(seen::add, PROVIDERS);
            BundleContext harness =
                    framework.start(BundleJar.named("harness", "1.0.0").bytes()).getBundleContext();

            try (ServiceVeil veil = new ServiceVeil(harness)) {
                assertThat(veil).isNotNull();
                Bundle slot = framework.install(
                        "slot:failure-template/A",
                        Jars.templates("1.0.0", "loud").bytes());
                start(slot);

                assertThat(slot.getRegisteredServices()).hasSize(1);
                assertThat(seen).isEmpty();
                assertThat(early.getServiceReferences((String) null, PROVIDERS)).isNull();
            }
            assertThat(early.getServiceReferences((String) null, PROVIDERS)).hasSize(1);
        }
    }

    @Test
    void showsSlotsTheViewsAndOthersTheOriginals() throws InvalidSyntaxException {
        Bundle slot = barn.fill(Jars.ROLE, "A", Jars.templates("1.0.0", "loud"));
        BundleContext other = barn.host("hen.yard");
        String clocks = "(objectClass=" + Clock.class.getName() + ")";
        String numbers = "(objectClass=" + RandomGenerator.class.getName() + ")";

        assertThat(owners(slot.getBundleContext(), clocks)).containsExactly(barn.harness.getBundle());
        assertThat(owners(other, clocks))
                .containsExactly(barn.framework.context().getBundle());
        assertThat(owners(slot.getBundleContext(), numbers)).containsExactly(barn.harness.getBundle());
        assertThat(other.getAllServiceReferences(null, numbers)).isNull();
    }

    @Test
    void satisfiesComponentsOfASlotByViews() {
        BundleJar jar = BundleJar.named("hen.house", "1.0.0")
                .component(
                        "hen.Late", Jars.component("hen.Late", "java.lang.Runnable", Map.of(), Clock.class.getName()))
                .source("hen.Late", """
                        package hen;
                        public final class Late implements Runnable {
                            public Late(java.time.Clock clock) {
                                System.setProperty("hen.clock", clock.getClass().getName());
                            }
                            @Override public void run() {}
                        }
                        """);
        Bundle slot = barn.fill("extension/hen.house", "A", jar);

        barn.harness.getService(slot.getRegisteredServices()[0]);

        assertThat(System.clearProperty("hen.clock")).endsWith("RecordedClock");
    }

    @Test
    void leavesComponentsOfOthersUnsatisfiedUntilTheFacadeComes() throws InvalidSyntaxException {
        Bundle consumer = barn.framework.start(BundleJar.named("hen.consumer", "1.0.0")
                .component(
                        "hen.Consumer",
                        Jars.component(
                                "hen.Consumer", "java.lang.Runnable", Map.of(), FailureTemplates.class.getName()))
                .source("hen.Consumer", """
                        package hen;
                        public final class Consumer implements Runnable {
                            public Consumer(tacit.api.learn.FailureTemplates templates) {}
                            @Override public void run() {}
                        }
                        """)
                .bytes());
        barn.activate(1, Jars.ROLE, "A", Jars.templates("1.0.0", "loud"));
        assertThat(consumer.getRegisteredServices()).isNull();

        barn.router.declare(DeclaredRole.of(barn.harness));

        assertThat(consumer.getRegisteredServices()).hasSize(1);
        assertThat(consumer.getServicesInUse()).isNull();
        barn.harness.getService(consumer.getRegisteredServices()[0]);
        assertThat(consumer.getServicesInUse())
                .extracting(reference -> reference.getProperty("tacit.facade"))
                .containsExactly(Jars.ROLE);
    }

    @Test
    void marksEveryViewAsOne() throws InvalidSyntaxException {
        assertThat(barn.harness.getAllServiceReferences(null, "(" + Recorded.VIEW + "=true)"))
                .hasSize(2);
    }

    private static List<Bundle> owners(BundleContext viewer, String filter) throws InvalidSyntaxException {
        ServiceReference<?>[] references = viewer.getAllServiceReferences(null, filter);
        assertThat(references).isNotNull();
        return java.util.Arrays.stream(references)
                .map(ServiceReference::getBundle)
                .toList();
    }

    private static void start(Bundle bundle) {
        try {
            bundle.start();
        } catch (org.osgi.framework.BundleException e) {
            throw new IllegalStateException(e);
        }
    }
}
