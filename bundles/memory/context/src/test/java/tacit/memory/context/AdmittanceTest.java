package tacit.memory.context;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.context.Offers.fragment;
import static tacit.memory.context.Offers.request;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.Visibility;
import tacit.memory.layers.WakeUpLayers;
import tacit.runtime.testkit.ClosedStore;
import tacit.runtime.testkit.Configurations;

class AdmittanceTest {

    private static final Audience ADA = Audience.ofUser("ada");

    private final AskedContexts contexts = new AskedContexts(
            new WakeUpLayers(Configurations.of(WakeUpLayers.Config.class, Map.of())),
            new FakeKit("the kit"),
            ClosedStore.broken(),
            Configurations.of(AskedContexts.Config.class, Map.of()));

    @AfterEach
    void close() {
        contexts.close();
    }

    @Test
    void aStoreThatBreaksCostsThePrivateFragmentsOnly() {
        Offers.add(
                contexts,
                "s",
                request -> List.of(
                        fragment("Likes tea", Visibility.SHARED), fragment("Likes rum", Visibility.PRIVATE, "m1")));

        AssembledContext context = contexts.context(request(ADA), 2800);

        assertThat(context.text()).contains("Likes tea").doesNotContain("Likes rum");
        assertThat(context.explanation().failures())
                .extracting(failure -> failure.source() + ": " + failure.reason())
                .containsExactly("memory_store: It failed with IllegalStateException");
    }

    @Test
    void asksForTheMemoriesOfPrivateFragmentsAndEachOnce() {
        Stream<ContextFragment> fragments = Stream.of(
                fragment("one", Visibility.PRIVATE, "m1", "m2"),
                fragment("two", Visibility.PRIVATE, "m2"),
                fragment("three", Visibility.SHARED, "m3"));

        assertThat(Admittance.asked(ADA, fragments)).containsExactlyInAnyOrder("m1", "m2");
    }

    @Test
    void asksForNothingWhereNothingPrivateMayBeSeen() {
        assertThat(Admittance.asked(
                        new Audience(Audience.Kind.GROUP, "ada", "slack", null, false),
                        Stream.of(fragment("one", Visibility.PRIVATE, "m1"))))
                .isEmpty();
    }
}
