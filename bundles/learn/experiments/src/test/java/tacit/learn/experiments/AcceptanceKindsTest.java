package tacit.learn.experiments;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.Proposal;
import tacit.api.experiment.Proposal.ChangeKind;
import tacit.api.experiment.ProposalRefused;
import tacit.api.generation.Artifact;
import tacit.api.generation.Artifacts;
import tacit.api.generation.Generation;
import tacit.api.trust.BundleFacts;
import tacit.api.trust.BundleTrust;
import tacit.api.trust.ComponentFacts;
import tacit.api.trust.Examination;

/** A kind says what is changed: each role here is filled by a bundle with the settings {@code PID-of-ROLE}. */
class AcceptanceKindsTest {

    private static final Map<String, String> BUNDLES = Map.of(
            "heartbeat", "tacit.pulse.heartbeat",
            "reflection", "tacit.pulse.reflection",
            "guard", "tacit.pulse.guard",
            "skills", "tacit.adapt.skills",
            "style", "tacit.adapt.style",
            "core-distiller", "tacit.memory.distill");

    private static Acceptance acceptance(String role) {
        String name = BUNDLES.get(role);
        ListGenerations generations = new ListGenerations();
        generations.all.set(
                0,
                new Generation(
                        1,
                        null,
                        Instant.EPOCH,
                        "tacit",
                        "first start",
                        new TreeMap<>(Map.of(role, new Artifact(name, "1.0.0", ListGenerations.OLD))),
                        new TreeMap<>(),
                        null));
        BundleFacts facts = new BundleFacts(
                name,
                "1.0.0",
                new TreeMap<>(),
                List.of(new ComponentFacts("one", role, List.of(), List.of(), List.of("PID-of-" + role))),
                new TreeMap<>(),
                new TreeMap<>());
        return new Acceptance(
                generations,
                answering(
                        Artifacts.class,
                        Map.of("contains", true, "read", new byte[0], "statement", java.util.Optional.empty())),
                answering(
                        BundleTrust.class,
                        Map.of("examine", new Examination(ListGenerations.OLD, facts, List.of(), null))),
                Duration.ofDays(1));
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> answers.get(method.getName())));
    }

    private static Proposal proposal(ChangeKind kind, String role, Map<String, String> settings) {
        return new Proposal(
                kind,
                HarnessChange.ofSettings("PID-of-" + role, settings),
                role,
                "Better",
                "It was worse",
                List.of(),
                null,
                "ada");
    }

    private static void refused(ChangeKind kind, String role, String key, String value) {
        assertThatExceptionOfType(ProposalRefused.class)
                .isThrownBy(() -> acceptance(role).check(proposal(kind, role, Map.of(key, value))))
                .withMessageStartingWith("It is no change of kind");
    }

    @ParameterizedTest
    @CsvSource({
        "AUTOMATION_PROFILE, heartbeat, tuning, p1 cadence=45",
        "CONFIGURATION, heartbeat, strong.signal, .5",
        "REFLECTION_SETTINGS, reflection, least, 1",
        "GUARD, guard, rules, x",
        "SKILL, skills, least, 1",
        "CONFIGURATION, style, ceiling, 6",
        "MEMORY_POLICY, core-distiller, most, 9"
    })
    void takesWhatAKindIsFor(ChangeKind kind, String role, String key, String value) {
        assertThatCode(() -> acceptance(role).check(proposal(kind, role, Map.of(key, value))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "AUTOMATION_PROFILE, heartbeat, strong.signal",
        "AUTOMATION_PROFILE, style, tuning",
        "CONFIGURATION, heartbeat, tuning",
        "REFLECTION_SETTINGS, heartbeat, tuning",
        "REFLECTION_SETTINGS, style, ceiling",
        "GUARD, style, ceiling",
        "SKILL, style, ceiling",
        "BUNDLE, style, ceiling",
        "CONFIGURATION, guard, rules",
        "CONFIGURATION, reflection, least",
        "CONFIGURATION, core-distiller, most"
    })
    void refusesAnotherChangeUnderAKind(ChangeKind kind, String role, String key) {
        refused(kind, role, key, "p1 cadence=45");
    }

    @Test
    void aChangeOfMemoryPolicyDoesNotPassAsAnythingElse() {
        for (ChangeKind kind : ChangeKind.values()) {
            if (kind != ChangeKind.MEMORY_POLICY) {
                refused(kind, "core-distiller", "most", "9");
            }
        }
    }

    @Test
    void refusesSettingsOfSeveralKindsAtOnce() {
        Proposal both = proposal(
                ChangeKind.AUTOMATION_PROFILE, "heartbeat", Map.of("tuning", "p1 cadence=45", "strong.signal", ".1"));

        assertThatExceptionOfType(ProposalRefused.class)
                .isThrownBy(() -> acceptance("heartbeat").check(both))
                .withMessageContaining("a proposal each");
    }

    /** W1: the reference laid over a profile whatever number a proposal held. */
    @ParameterizedTest
    @ValueSource(strings = {"p1 cadence=5", "p1 cooldown=1441000", "p1 budget=0", "p1 stance=2", "p1"})
    void w1RefusesAProfileOutOfItsBounds(String tuning) {
        assertThatExceptionOfType(ProposalRefused.class)
                .isThrownBy(() -> acceptance("heartbeat")
                        .check(proposal(ChangeKind.AUTOMATION_PROFILE, "heartbeat", Map.of("tuning", tuning))))
                .withMessageStartingWith("It could not be activated");
    }
}
