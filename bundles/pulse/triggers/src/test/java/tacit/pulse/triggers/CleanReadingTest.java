package tacit.pulse.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.TriggerReading;
import tacit.evidence.redaction.PatternRedactor;

class CleanReadingTest {

    private static final String KEY = "AKIAIOSFODNN7EXAMPLE";

    private final CleanReading clean = clean("p1");

    private static CleanReading clean(@Nullable String profile) {
        return new CleanReading(new PatternRedactor(), new TriggerConfiguration("t", "k", "w1", profile, Map.of()));
    }

    private static TriggerReading reading(SignalDraft draft) {
        return new TriggerReading(List.of(draft), Map.of());
    }

    private SignalDraft only(SignalDraft draft) {
        return clean.drafts(reading(draft), "trigger:t/1").get(0);
    }

    @Test
    void putsSignalsInThePlaceOfTheirTrigger() {
        SignalDraft named = ScriptedTrigger.draft("x").forProfile("p7");

        assertThat(only(ScriptedTrigger.draft("x")).workspaceId()).isEqualTo("w1");
        assertThat(only(ScriptedTrigger.draft("x")).profileId()).isEqualTo("p1");
        assertThat(only(named).profileId()).isEqualTo("p7");
        assertThat(clean(null)
                        .drafts(reading(ScriptedTrigger.draft("x")), "r")
                        .get(0)
                        .profileId())
                .isNull();
    }

    @Test
    void removesSecrets() {
        SignalDraft draft = ScriptedTrigger.draft("key " + KEY)
                .withPayload(Map.of("note", KEY, "password", "hens"))
                .withEvidence(List.of("trace:" + KEY))
                .withFingerprint("hook:" + KEY);

        SignalDraft kept = only(draft);

        assertThat(kept.toString()).doesNotContain(KEY).doesNotContain("hens");
        assertThat(kept.fingerprint()).matches("[0-9a-f]{40}");
        assertThat(clean.memory(new TriggerReading(List.of(), Map.of("k", KEY))).toString())
                .doesNotContain(KEY);
    }

    @Test
    void keepsNamesOfCommitsInMemory() {
        Map<String, String> memory = Map.of("tip:main", "0123456789ab", "head", "feature/hens");

        assertThat(clean.memory(new TriggerReading(List.of(), memory))).isEqualTo(memory);
    }

    @Test
    void boundsWhatIsLong() {
        Map<String, String> payload = new HashMap<>(Map.of("a", "y".repeat(9_000)));
        for (int i = 0; i < 40; i++) {
            payload.put("n" + i, "v");
        }
        SignalDraft kept = only(ScriptedTrigger.draft("x ".repeat(900))
                .withPayload(payload)
                .withEvidence(Collections.nCopies(50, "trace:1"))
                .withFingerprint("f".repeat(300)));

        assertThat(kept.reason()).hasSize(CleanReading.LONGEST_REASON).endsWith("…");
        assertThat(kept.payload()).hasSize(20);
        assertThat(kept.payload().get("a")).hasSize(CleanReading.LONGEST_VALUE);
        assertThat(kept.evidence()).hasSize(21).endsWith("trigger:t/1");
        assertThat(kept.fingerprint()).hasSize(40);
    }

    @Test
    void refusesTooMuch() {
        TriggerReading many = new TriggerReading(Collections.nCopies(101, ScriptedTrigger.draft("x")), Map.of());
        TriggerReading large = new TriggerReading(List.of(), Map.of("a", "x".repeat(16_384)));

        assertThatThrownBy(() -> clean.drafts(many, "r")).hasMessage("signals must be at most 100, got 101");
        assertThatThrownBy(() -> clean.memory(large))
                .hasMessage("memory must have at most 16384 characters, got 16385");
    }
}
