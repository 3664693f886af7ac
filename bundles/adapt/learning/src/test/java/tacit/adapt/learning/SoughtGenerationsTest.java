package tacit.adapt.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.Generations;
import tacit.runtime.testkit.SkillHarness;

class SoughtGenerationsTest {

    private final SkillHarness harness = new SkillHarness();
    private final Deque<Optional<Generations>> there = new ArrayDeque<>();

    private final SoughtGenerations generations = new SoughtGenerations(this::next);

    private @Nullable Generations next() {
        return there.remove().orElse(null);
    }

    @Test
    void seeksNothingBeforeItIsAskedAndOnceThen() {
        there.add(Optional.of(harness));

        assertThat(generations.active()).contains(harness.now());
        assertThat(generations.list()).hasSize(1);
        assertThat(there).isEmpty();
    }

    @Test
    void seeksAgainWhatWasNotThereYet() {
        there.add(Optional.empty());
        there.add(Optional.of(harness));

        assertThatThrownBy(generations::active)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The harness is not there yet");
        assertThat(generations.active()).isPresent();
    }

    @Test
    void changesTheHarnessThatItFound() {
        there.add(Optional.of(harness));
        ActivationRequest request = new ActivationRequest(
                new TreeMap<>(),
                Set.of(),
                new TreeMap<>(Map.of("p", new TreeMap<>(Map.of("k", "v")))),
                "ada",
                "why",
                null);

        assertThat(generations.plan(request).problems()).isEmpty();
        assertThat(generations.activate(request).succeeded()).isTrue();
        assertThat(generations.rollBack(Optional.empty(), "ada", "no").active()).isEqualTo(1);
        assertThat(generations.history()).hasSize(2);
    }
}
