package tacit.runtime.harness.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tacit.api.generation.Artifact;
import tacit.api.generation.Generation;
import tacit.api.generation.GenerationDiff;
import tacit.api.generation.GenerationDiff.RoleChange;
import tacit.api.generation.GenerationDiff.SettingChange;

final class DifferencesTest {

    private static final Artifact OLD = artifact("1.0.0", "a");
    private static final Artifact NEW = artifact("1.1.0", "b");

    private static Artifact artifact(String version, String digit) {
        return new Artifact("some.bundle", version, digit.repeat(64));
    }

    private static Generation generation(
            long number, Map<String, Artifact> roles, Map<String, Map<String, String>> settings) {
        SortedMap<String, SortedMap<String, String>> sorted = new TreeMap<>();
        settings.forEach((pid, values) -> sorted.put(pid, new TreeMap<>(values)));
        return new Generation(number, null, Instant.EPOCH, "ada", "a test", new TreeMap<>(roles), sorted, null);
    }

    private static GenerationDiff between(Generation from, Generation to) {
        return Differences.between(Optional.of(from), to);
    }

    @Test
    void namesRolesThatCameWentAndChanged() {
        Generation from = generation(3, Map.of("changed", OLD, "gone", OLD, "same", OLD), Map.of());
        Generation to = generation(5, Map.of("changed", NEW, "new", NEW, "same", OLD), Map.of());

        GenerationDiff diff = between(from, to);

        assertThat(diff.from()).isEqualTo(3);
        assertThat(diff.to()).isEqualTo(5);
        assertThat(diff.roles())
                .containsExactly(
                        new RoleChange("changed", OLD, NEW),
                        new RoleChange("gone", OLD, null),
                        new RoleChange("new", null, NEW));
    }

    @Test
    void namesSettingsByTheirKeys() {
        Generation from = generation(1, Map.of(), Map.of("a", Map.of("x", "1", "y", "1"), "b", Map.of("z", "1")));
        Generation to = generation(2, Map.of(), Map.of("a", Map.of("x", "2", "y", "1"), "c", Map.of("z", "1")));

        assertThat(between(from, to).settings())
                .containsExactly(
                        new SettingChange("a", "x", "1", "2"),
                        new SettingChange("b", "z", "1", null),
                        new SettingChange("c", "z", null, "1"));
    }

    @Test
    void isEmptyBetweenGenerationsThatDecideInTheSameWay() {
        Generation one = generation(1, Map.of("role", OLD), Map.of("a", Map.of("x", "1")));
        Generation same = generation(9, Map.of("role", OLD), Map.of("a", Map.of("x", "1")));

        assertThat(between(one, same).isEmpty()).isTrue();
    }

    @Test
    void comparesTheFirstWithNothing() {
        GenerationDiff diff = Differences.between(Optional.empty(), generation(1, Map.of("role", OLD), Map.of()));

        assertThat(diff.from()).isZero();
        assertThat(diff.roles()).containsExactly(new RoleChange("role", null, OLD));
    }
}
