package tacit.runtime.harness.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import tacit.api.harness.Decision;
import tacit.api.harness.InnerCall;
import tacit.api.harness.Role;
import tacit.api.learn.FailureTemplates;
import tacit.api.trace.TraceStore;
import tacit.runtime.harness.recording.QueuedDecisions;
import tacit.runtime.testkit.BundleJar;

/** The host's services as a provider in a slot sees them. */
class RecordingViewsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final QueuedDecisions decisions = new QueuedDecisions();
    private final Barn barn = new Barn(Clock.fixed(NOON, ZoneOffset.UTC), new RouterSettings(1, 0, 10_000, 100, 1));

    @AfterEach
    void stop() {
        barn.close();
    }

    @Test
    void keepsWhatTheStoreAnsweredWithTheCall() {
        store("barn");
        barn.router.decisions(decisions);
        barn.activate(3, Jars.ROLE, "A", curious());
        barn.router.declare(DeclaredRole.of(barn.harness));

        assertThat(facade().template("hen", null)).startsWith("hen of [barn] at " + NOON);

        Decision decision = decisions.next();
        assertThat(decision.generation()).isEqualTo(3);
        assertThat(decision.providerSha256()).isEqualTo("a".repeat(64));
        assertThat(decision.situation().clock()).isEqualTo(NOON);
        assertThat(decision.situation().inner())
                .containsExactly(new InnerCall(TraceStore.class.getName(), "workspaces()", "[]", "[\"barn\"]"));
    }

    @Test
    void keepsNothingOnceNobodyTakesDecisions() {
        store("barn");
        barn.activate(3, Jars.ROLE, "A", curious());
        barn.router.declare(DeclaredRole.of(barn.harness));

        assertThat(facade().template("hen", null)).startsWith("hen of [barn]");

        assertThat(decisions.isEmpty()).isTrue();
        assertThat(barn.router.unrecorded()).isZero();
    }

    @Test
    void comesAndGoesWithTheOriginal() throws InvalidSyntaxException {
        Bundle slot = barn.fill(Jars.ROLE, "A", Jars.templates("1.0.0", "loud"));
        assertThat(seen(slot)).isEmpty();

        ServiceRegistration<TraceStore> original = store("barn");

        assertThat(seen(slot)).singleElement().satisfies(view -> {
            assertThat(view.getBundle()).isEqualTo(barn.harness.getBundle());
            assertThat(view.getProperty("name")).isEqualTo("barn");
        });
        original.setProperties(org.osgi.framework.FrameworkUtil.asDictionary(Map.of("name", "yard")));
        assertThat(seen(slot))
                .singleElement()
                .extracting(view -> view.getProperty("name"))
                .isEqualTo("yard");
        original.unregister();
        assertThat(seen(slot)).isEmpty();
    }

    @Test
    void makesNoViewOfWhatASlotOffers() throws InvalidSyntaxException {
        Bundle slot = barn.fill(Jars.ROLE, "A", Jars.templates("1.0.0", "loud"));
        slot.getBundleContext().registerService(TraceStore.class, fake("slot"), null);
        Bundle other = barn.fill(Jars.ROLE, "B", Jars.templates("1.1.0", "louder"));

        assertThat(seen(other)).isEmpty();
    }

    @Test
    void describesItself() throws InvalidSyntaxException {
        store("barn");
        Bundle slot = barn.fill(Jars.ROLE, "A", Jars.templates("1.0.0", "loud"));

        Object view = slot.getBundleContext().getService(seen(slot).get(0));

        assertThat(view).hasToString("Recording view of " + TraceStore.class.getName());
    }

    private FailureTemplates facade() {
        return (FailureTemplates) Objects.requireNonNull(barn.router.facade(Jars.ROLE));
    }

    private ServiceRegistration<TraceStore> store(String workspace) {
        return barn.framework.register(TraceStore.class, fake(workspace), Map.of("name", workspace));
    }

    private static TraceStore fake(String workspace) {
        return (TraceStore) Proxy.newProxyInstance(
                TraceStore.class.getClassLoader(), new Class<?>[] {TraceStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("workspaces")) {
                        return List.of(workspace);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private static List<ServiceReference<TraceStore>> seen(Bundle slot) throws InvalidSyntaxException {
        return List.copyOf(slot.getBundleContext().getServiceReferences(TraceStore.class, null));
    }

    private static BundleJar curious() {
        return BundleJar.named("hen.house", "1.0.0")
                .component(
                        "hen.Curious",
                        Jars.component(
                                "hen.Curious",
                                FailureTemplates.class.getName(),
                                Map.of(Role.PROPERTY, Jars.ROLE),
                                TraceStore.class.getName(),
                                Clock.class.getName(),
                                RandomGenerator.class.getName()))
                .source("hen.Curious", """
                        package hen;
                        public final class Curious implements tacit.api.learn.FailureTemplates {
                            private final tacit.api.trace.TraceStore store;
                            private final java.time.Clock clock;
                            private final java.util.random.RandomGenerator numbers;
                            public Curious(tacit.api.trace.TraceStore store, java.time.Clock clock,
                                    java.util.random.RandomGenerator numbers) {
                                this.store = store;
                                this.clock = clock;
                                this.numbers = numbers;
                            }
                            @Override public String template(String message, String input) {
                                return message + " of " + store.workspaces() + " at " + clock.instant()
                                        + " with " + numbers.nextInt();
                            }
                        }
                        """);
    }
}
