package tacit.runtime.harness.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import tacit.api.harness.HarnessView;
import tacit.api.harness.RoleStatus;
import tacit.api.learn.FailureDetector;
import tacit.api.learn.FailureTemplates;
import tacit.runtime.testkit.BundleJar;

class RouterTest {

    private static final String DETECTOR = "failure-detector/hen";

    private final Barn barn = new Barn();
    private BundleContext consumer;

    @BeforeEach
    void begin() {
        consumer = barn.host("hen.yard");
    }

    @AfterEach
    void stop() {
        barn.close();
    }

    @Test
    void registersTheFacadeOnceAndAnswersThroughEverySwap() {
        barn.activate(1, Jars.ROLE, "A", Jars.templates("1.0.0", "loud"));
        barn.router.declare(DeclaredRole.of(barn.harness));
        ServiceReference<FailureTemplates> reference = consumer.getServiceReference(FailureTemplates.class);
        FailureTemplates facade = consumer.getService(reference);
        assertThat(facade.template("hen", null)).isEqualTo("loud hen");

        barn.activate(2, Jars.ROLE, "B", Jars.templates("1.1.0", "louder"));

        assertThat(facade.template("hen", null)).isEqualTo("louder hen");
        assertThat(consumer.getServiceReference(FailureTemplates.class)).isEqualTo(reference);
        assertThat(barn.router.facade(Jars.ROLE)).isSameAs(facade);
        assertThat(barn.router.generation()).isEqualTo(2);
    }

    @Test
    void declaresFacadesEvenWhereNothingCouldStart() {
        barn.router.declare(DeclaredRole.of(barn.harness));
        FailureTemplates facade = consumer.getService(consumer.getServiceReference(FailureTemplates.class));

        assertThat(barn.router.generation()).isZero();
        assertThat(barn.router.active(Jars.ROLE)).isEmpty();
        assertThatThrownBy(() -> facade.template("hen", null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Role 'failure-template' has no provider");
    }

    @Test
    void registersTheFacadeOfAFamilysMemberWhileAGenerationHasIt() throws InvalidSyntaxException {
        barn.router.declare(DeclaredRole.of(barn.harness));
        String filter = "(tacit.facade=" + DETECTOR + ")";
        assertThat(consumer.getServiceReferences(FailureDetector.class, filter)).isEmpty();

        barn.activate(1, DETECTOR, "A", detector());

        ServiceReference<FailureDetector> reference = consumer.getServiceReferences(FailureDetector.class, filter)
                .iterator()
                .next();
        assertThat(consumer.getService(reference).name()).isEqualTo("hen");
        barn.router.flip(2, List.of());
        assertThat(consumer.getServiceReferences(FailureDetector.class, filter)).isEmpty();
        assertThat(barn.router.facade(DETECTOR)).isNull();
    }

    @Test
    void saysHowEachRoleStands() {
        barn.activate(1, Jars.ROLE, "A", Jars.templates("1.0.0", "loud"));
        barn.router.declare(DeclaredRole.of(barn.harness));
        facade().template("hen", null);

        RoleStatus status = barn.status(Jars.ROLE);

        assertThat(barn.router.statuses())
                .filteredOn(other -> other.symbolicName() != null)
                .containsExactly(status);
        assertThat(status.type()).isEqualTo(FailureTemplates.class.getName());
        assertThat(status.symbolicName()).isEqualTo("hen.house");
        assertThat(status.slot()).isEqualTo("A");
        assertThat(status.calls()).isEqualTo(1);
        assertThat(status.leases()).isZero();
        assertThat(status.p99()).isPositive();
    }

    @Test
    void flipsSeveralRolesAtOnce() {
        barn.fill(Jars.ROLE, "A", Jars.templates("1.0.0", "loud"));
        barn.fill(DETECTOR, "A", detector());

        barn.router.flip(1, List.of(barn.provider(Jars.ROLE, "A"), barn.provider(DETECTOR, "A")));

        assertThat(barn.router.active(Jars.ROLE).map(Provider::slot)).contains("A");
        try (HarnessView view = barn.router.view()) {
            assertThat(view.generation()).isEqualTo(1);
            assertThat(view.provider(DETECTOR, FailureDetector.class).name()).isEqualTo("hen");
            assertThat(view.provider(Jars.ROLE, FailureTemplates.class).template("hen", null))
                    .isEqualTo("loud hen");
        }
    }

    @Test
    void refusesARoleThatComesTwiceAndChangesNothing() {
        barn.activate(1, Jars.ROLE, "A", Jars.templates("1.0.0", "loud"));
        Provider provider = barn.provider(Jars.ROLE, "A");

        assertThatThrownBy(() -> barn.router.flip(2, List.of(provider, provider)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'failure-template' twice");

        assertThat(barn.router.generation()).isEqualTo(1);
        assertThat(facade().template("hen", null)).isEqualTo("loud hen");
    }

    @Test
    void refusesAProviderWithoutItsService() {
        Provider provider = barn.provider(fillTemplates(), "A");

        assertThatThrownBy(() -> new Provider(
                        provider.role(),
                        provider.declared(),
                        provider.artifact(),
                        provider.slot(),
                        provider.bundle(),
                        provider.reference(),
                        "hen"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("failure-template");
        assertThatThrownBy(() -> new Provider(
                        provider.role(), provider.declared(), provider.artifact(), "A", provider.bundle(), null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("failure-template");
    }

    @Test
    void withdrawsEverythingAtItsEnd() throws InvalidSyntaxException {
        barn.activate(1, DETECTOR, "A", detector());
        barn.router.declare(DeclaredRole.of(barn.harness));

        barn.router.close();

        ServiceReference<?>[] left = barn.harness.getBundle().getRegisteredServices();
        assertThat(Arrays.stream(left).map(reference -> ((String[]) reference.getProperty("objectClass"))[0]))
                .allMatch(name -> name.endsWith("Hook"));
    }

    @Test
    void readsTheDeclaredRolesAndNoneOfASlot() {
        barn.fill(
                "extension/hen",
                "A",
                BundleJar.named("hen", "1.0.0")
                        .header("Provide-Capability", "tacit.role;role=hen;type=java.lang.Runnable"));

        assertThat(DeclaredRole.of(barn.harness))
                .extracting(DeclaredRole::name)
                .contains(Jars.ROLE, "trace-source", "failure-detector")
                .doesNotContain("hen");
        assertThat(barn.declared(DETECTOR).many()).isTrue();
        assertThat(barn.declared(Jars.ROLE).many()).isFalse();
    }

    @Test
    void leavesOutARoleWhoseTypeIsMissing() {
        barn.framework.start(BundleJar.named("hen", "1.0.0")
                .header(
                        "Provide-Capability",
                        "tacit.role;role=hen;type=hen.Missing,tacit.role;role=egg;type=java.lang.String")
                .bytes());

        assertThat(DeclaredRole.of(barn.harness)).extracting(DeclaredRole::name).doesNotContain("hen", "egg");
    }

    private String fillTemplates() {
        barn.fill(Jars.ROLE, "A", Jars.templates("1.0.0", "loud"));
        return Jars.ROLE;
    }

    private FailureTemplates facade() {
        return (FailureTemplates) Objects.requireNonNull(barn.router.facade(Jars.ROLE));
    }

    private static BundleJar detector() {
        return BundleJar.named("hen.detector", "1.0.0")
                .provider(DETECTOR, FailureDetector.class, "hen.Detector")
                .source("hen.Detector", """
                        package hen;
                        public final class Detector implements tacit.api.learn.FailureDetector {
                            @Override public String name() { return "hen"; }
                            @Override public java.util.List<tacit.api.learn.Finding> detect(
                                    tacit.api.trace.RecordedTrace trace) { return java.util.List.of(); }
                        }
                        """);
    }
}
