package tacit.api.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.experiment.Proposal.ChangeKind;

/** Which kind a change is. */
class ChangeKindsTest {

    private static HarnessChange settings(String... keys) {
        return HarnessChange.ofSettings("pid", Arrays.stream(keys).collect(Collectors.toMap(key -> key, key -> "1")));
    }

    private static HarnessChange jar(String role, Map<String, String> settings) {
        TreeMap<String, java.util.SortedMap<String, String>> all = new TreeMap<>();
        if (!settings.isEmpty()) {
            all.put("pid", new TreeMap<>(settings));
        }
        return new HarnessChange(new TreeMap<>(Map.of(role, "a".repeat(64))), all);
    }

    @ParameterizedTest
    @CsvSource({
        "guard, tacit.pulse.guard, rules, GUARD",
        "skills, tacit.adapt.skills, least, SKILL",
        "skill-promoter, tacit.adapt.skills, least, SKILL",
        "memory-source/skills, tacit.adapt.skills, offered, SKILL",
        "reflection, tacit.pulse.reflection, least, REFLECTION_SETTINGS",
        "critic, tacit.pulse.reflection, least, REFLECTION_SETTINGS",
        "hypothesis/memory, tacit.pulse.reflection, least, REFLECTION_SETTINGS",
        "heartbeat, tacit.pulse.heartbeat, tuning, AUTOMATION_PROFILE",
        "heartbeat, tacit.pulse.heartbeat, strong.signal, CONFIGURATION",
        "style, tacit.adapt.style, tuning, CONFIGURATION",
        "core-distiller, tacit.memory.distill, most, MEMORY_POLICY",
        "dreaming, tacit.pulse.dreaming, most, MEMORY_POLICY",
        "memory-ranker, tacit.memory.rank, weight, CONFIGURATION",
        "memory-source/style, tacit.adapt.style, most, CONFIGURATION",
        "memory-source/curated, tacit.memory.curated, most, CONFIGURATION"
    })
    void knowsTheKindOfASetting(String role, String bundle, String setting, ChangeKind kind) {
        assertThat(ChangeKinds.ofSetting(role, bundle, setting)).isEqualTo(kind);
        assertThat(ChangeKinds.usual(role, bundle, settings(setting))).isEqualTo(kind);
        assertThat(ChangeKinds.of(role, bundle, settings(setting)))
                .isSubsetOf(kind, ChangeKind.MEMORY_POLICY)
                .contains(kind);
    }

    @Test
    void settingsOfSeveralKindsHaveNone() {
        HarnessChange both = settings("tuning", "strong.signal");

        assertThat(ChangeKinds.of("heartbeat", "tacit.pulse.heartbeat", both))
                .containsExactly(ChangeKind.MEMORY_POLICY);
    }

    @Test
    void aJarIsABundleUnlessSettingsComeWithItThatAreMore() {
        assertThat(ChangeKinds.usual("heartbeat", "x", jar("heartbeat", Map.of())))
                .isEqualTo(ChangeKind.BUNDLE);
        assertThat(ChangeKinds.usual("heartbeat", "x", jar("heartbeat", Map.of("strong.signal", ".5"))))
                .isEqualTo(ChangeKind.BUNDLE);
        assertThat(ChangeKinds.of("heartbeat", "x", jar("heartbeat", Map.of("tuning", "p cadence=20"))))
                .containsExactlyInAnyOrder(ChangeKind.AUTOMATION_PROFILE, ChangeKind.MEMORY_POLICY);
        assertThat(ChangeKinds.of("core-distiller", "tacit.memory.distill", jar("core-distiller", Map.of("most", "9"))))
                .as("a jar beside it hides no change of what is remembered")
                .containsExactly(ChangeKind.MEMORY_POLICY);
    }
}
