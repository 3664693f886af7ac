package tacit.runtime.harness.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.generation.Artifacts;
import tacit.api.generation.Ledger;

/** A host that ends at any moment of a change comes up in a complete generation. */
final class KilledHostTest {

    private static final Map<String, byte[]> FIRST =
            Map.of("one", Samples.answering("one", "a"), "two", Samples.answering("two", "a"));
    private static final Map<String, byte[]> SECOND =
            Map.of("one", Samples.answering("one", "b"), "two", Samples.answering("two", "b"));

    private TestHost host;

    @BeforeEach
    void start(@TempDir Path folder) {
        host = new TestHost(folder);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private void boot(Path folder, Fate fate) {
        host.move(folder);
        FIRST.forEach((role, jar) -> host.ship(role + ".jar", jar));
        host.ledgers = real -> fate.over(Ledger.class, real);
        host.stores = real -> fate.over(Artifacts.class, real);
        host.boot();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void comesUpCompleteAfterAnyMomentOfAnActivation(boolean after, @TempDir Path folder) {
        int moments =
                killAtEach(folder, after, killed -> killed.activate(SECOND).succeeded());

        assertThat(moments).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void comesUpCompleteAfterAnyMomentOfARollback(boolean after, @TempDir Path folder) {
        int moments = killAtEach(folder, after, killed -> {
            killed.activate(SECOND);
            return killed.harness.rollBack(Optional.of(1L), "ada", "a test").succeeded();
        });

        assertThat(moments).isGreaterThan(20);
    }

    /** Kills the host at the first moment of a change, then at the second, until the change outlives it. */
    private int killAtEach(Path folder, boolean after, Predicate<TestHost> change) {
        int moment = 0;
        boolean killed = true;
        while (killed) {
            moment++;
            Fate fate = new Fate(after);
            boot(folder.resolve(after + "-" + moment), fate);
            fate.at(moment);
            killed = Fate.ends(() -> assertThat(change.test(host)).isTrue());
            fate.spare();
            host.halt().boot();
            assertComplete();
            host.halt();
        }
        return moment;
    }

    private void assertComplete() {
        assertThat(host.ask("one") + host.ask("two")).isIn("aa", "bb");
        assertThat(host.harness.active()).isEqualTo(host.ledger.active());
        assertThat(host.harness.alarms()).isEmpty();
    }

    @Test
    void comesUpAfterDyingThreeTimesInTheStartOfOneGeneration(@TempDir Path folder) {
        Fate fate = new Fate(false);
        boot(folder, fate);
        host.activate(SECOND);
        host.halt();

        for (int death = 1; death <= Recovery.PATIENCE; death++) {
            fate.at(10);
            assertThatThrownBy(host::boot).isInstanceOf(Fate.Killed.class);
            assertThat(folder.resolve("data/ledger/starting")).hasContent("2 " + death);
        }
        fate.spare();
        host.boot();

        assertThat(host.ask("one") + host.ask("two")).isEqualTo("aa");
        assertThat(host.harness.alarms()).anyMatch(alarm -> alarm.contains("ended the host 3 times"));
    }
}
