package tacit.pulse.dreaming;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.TrustLane;
import tacit.api.reflect.Dream;
import tacit.api.reflect.DreamAction;
import tacit.api.reflect.DreamDraft;
import tacit.api.reflect.DreamEntry;
import tacit.api.reflect.DreamEvidence;
import tacit.api.reflect.DreamEvidence.Kind;
import tacit.api.reflect.DreamFate;
import tacit.api.reflect.DreamingSituation;
import tacit.runtime.testkit.Configurations;

/** Builds a situation piece by piece: each piece is a day later than the one before. */
final class Situations {

    static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");

    private final List<DreamEvidence> evidence = new ArrayList<>();
    private final List<DreamEntry> entries = new ArrayList<>();
    private final List<DreamFate> fates = new ArrayList<>();
    private @Nullable String user;
    private int day;

    private Instant next() {
        return BEGIN.plusSeconds(86_400L * day++);
    }

    Situations ofUser(String userId) {
        user = userId;
        return this;
    }

    Situations observed(String text) {
        return seen("memory:m" + day, Kind.OBSERVATION, text, TrustLane.INFERENCE);
    }

    Situations said(String text) {
        return seen("span:t" + day + "/s", Kind.SPAN, text, TrustLane.STATEMENT);
    }

    Situations seen(String id, Kind kind, String text, TrustLane lane) {
        evidence.add(DreamEvidence.of(id, kind, text, next(), lane));
        return this;
    }

    Situations called(String trace, String arguments, @Nullable String error) {
        TreeMap<String, String> parts = new TreeMap<>(
                Map.of(DreamEvidence.TRACE, trace, DreamEvidence.TOOL, "sql", DreamEvidence.ARGUMENTS, arguments));
        if (error != null) {
            parts.put(DreamEvidence.ERROR, error);
        }
        evidence.add(new DreamEvidence(
                "span:" + trace + "/" + day, Kind.SPAN, "sql " + arguments, next(), TrustLane.FOREIGN, parts));
        return this;
    }

    Situations entry(String id, String text) {
        return entry(id, text, true);
    }

    Situations entry(String id, String text, boolean shared) {
        entries.add(new DreamEntry(id, shared ? "workspace" : "user", "project_fact", text, next(), shared));
        return this;
    }

    Situations fate(DreamFate fate) {
        fates.add(fate);
        return this;
    }

    DreamingSituation situation() {
        return new DreamingSituation("w", user, BEGIN.plusSeconds(86_400L * 365), "", evidence, entries, fates);
    }

    Dream dream() {
        return dream(Map.of());
    }

    Dream dream(Map<String, ?> settings) {
        return new EvidenceDreaming(Configurations.of(EvidenceDreaming.Config.class, settings)).dream(situation());
    }

    List<DreamAction> actions() {
        return dream().drafts().stream().map(DreamDraft::action).toList();
    }

    DreamDraft only() {
        List<DreamDraft> drafts = dream().drafts();
        if (drafts.size() != 1) {
            throw new AssertionError("Expected one draft, got " + drafts + ", dropped " + dream().dropped());
        }
        return drafts.get(0);
    }
}
