package tacit.learn.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tacit.api.experiment.HarnessChange;
import tacit.api.generation.ActivationRequest;

class PlacesTest {

    private final ListGenerations generations = new ListGenerations();
    private final HarnessChange both = new HarnessChange(
            new TreeMap<>(Map.of("style", ListGenerations.NEW)),
            new TreeMap<>(Map.of("tacit.style", new TreeMap<>(Map.of("ceiling", "9", "floor", "1")))));

    @Test
    void namesEachPlaceOfAChange() {
        assertThat(both.places()).containsExactly("role:style", "tacit.style:ceiling", "tacit.style:floor");
    }

    @Test
    void readsWhatStandsThere() {
        assertThat(Places.values(generations.now(), both))
                .containsExactly(Optional.of(ListGenerations.OLD), Optional.of("5"), Optional.empty());
        assertThat(Places.wanted(both))
                .containsExactly(Optional.of(ListGenerations.NEW), Optional.of("9"), Optional.of("1"));
    }

    @Test
    void keepsTheOtherSettingsOfAConfiguration() {
        ActivationRequest request = Places.make(generations.now(), both, "ada", "why", "x1");

        assertThat(request.configurations().get("tacit.style"))
                .isEqualTo(Map.of("ceiling", "9", "floor", "1", "other", "x"));
        assertThat(request.experimentId()).isEqualTo("x1");
    }

    @Test
    void bringsBackDefaultsAndWhatStoodThere() {
        List<Optional<String>> before = Places.values(generations.now(), both);
        generations.activate(Places.make(generations.now(), both, "ada", "why", "x1"));

        ActivationRequest undo = Places.undo(generations.now(), both, before, "ben", "back");

        assertThat(undo.bundles()).isEqualTo(Map.of("style", ListGenerations.OLD));
        assertThat(undo.configurations().get("tacit.style")).isEqualTo(Map.of("ceiling", "5", "other", "x"));
        assertThat(undo.experimentId()).isNull();
    }

    @Test
    void takesARoleAwayThatWasNotThere() {
        HarnessChange fresh = HarnessChange.ofBundle("persona", ListGenerations.NEW);

        ActivationRequest undo = Places.undo(generations.now(), fresh, List.of(Optional.empty()), "ben", "back");

        assertThat(undo.removed()).containsExactly("persona");
        assertThat(undo.bundles()).isEmpty();
    }

    @Test
    void refusesAChangeOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HarnessChange(new TreeMap<>(), new TreeMap<>()));
        assertThatIllegalArgumentException().isThrownBy(() -> HarnessChange.ofSettings("tacit.style", Map.of()));
    }
}
