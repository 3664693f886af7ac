package tacit.memory.transcripts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.MemoryRecord;
import tacit.api.recall.Checkpoint;
import tacit.api.recall.Checkpoint.Kind;
import tacit.api.recall.Checkpoint.Origin;
import tacit.api.recall.Checkpoint.Structured;
import tacit.api.recall.CheckpointDraft;
import tacit.api.recall.SessionMessage;
import tacit.api.recall.SessionState;
import tacit.api.recall.SessionState.Resume;
import tacit.memory.words.Secrets;

/** Writes what a state says as attributes of its memory, and reads it back. */
final class CheckpointText {

    static final String KIND = "checkpoint_kind";
    static final String AT = "at";
    static final String DIGEST = "digest";
    static final String WORDS = "words";

    private static final int LONGEST_TEXT = 80_000;
    private static final int LONGEST_WORDS = 40_000;
    private static final int LONGEST_PROMPT = 400;

    private CheckpointText() {}

    static SortedMap<String, String> of(CheckpointDraft draft, Kind kind, String digest) {
        SessionState state = draft.state();
        SortedMap<String, String> said = new TreeMap<>();
        said.put(KIND, kind.name().toLowerCase(Locale.ROOT));
        said.put(AT, draft.now().toString());
        said.put(DIGEST, digest);
        said.put("resume", state.resume().name());
        said.put("plan", bounded("plan", state.plan()));
        said.put("summary", bounded("summary", state.summary()));
        said.put("result", bounded("result", state.result()));
        said.put("tracker", ValuesText.of("tracker", state.tracker()));
        said.put("usage", ValuesText.of("usage", state.usage()));
        said.put("event_id", state.eventId() == null ? "" : state.eventId());
        said.put("event_at", state.eventAt() == null ? "" : state.eventAt().toString());
        said.put(WORDS, words(state));
        return said;
    }

    private static String bounded(String name, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    name + " must have at most " + LONGEST_TEXT + " characters, got " + text.length());
        }
        return text;
    }

    /** What it is found by: the summary first, then what was said last. */
    private static String words(SessionState state) {
        StringBuilder text = new StringBuilder();
        for (String part : List.of(state.summary(), state.result(), state.plan())) {
            text.append(part).append('\n');
        }
        ValuesText.words(state.tracker(), text);
        List<SessionMessage> history = state.history();
        for (int i = history.size() - 1; i >= 0 && text.length() < LONGEST_WORDS; i--) {
            text.append(Exchanges.text(history.get(i))).append('\n');
        }
        return Points.begin(Secrets.redacted(text.toString().strip().replaceAll("\\s+", " ")), LONGEST_WORDS);
    }

    /** What stands for a state: the same for the same one, whenever it is kept. */
    static String digest(SessionState state, Kind kind) {
        return Exchanges.hash(String.join(
                "\n",
                kind.name(),
                state.history().toString(),
                state.tracker().toString(),
                state.plan(),
                state.summary(),
                state.result()));
    }

    static Checkpoint read(MemoryRecord memory, List<SessionMessage> history) {
        Map<String, String> said = memory.attributes();
        SessionState state = new SessionState(
                history,
                ValuesText.read(said.getOrDefault("tracker", "")),
                said.getOrDefault("plan", ""),
                said.getOrDefault("summary", ""),
                said.getOrDefault("result", ""),
                ValuesText.read(said.getOrDefault("usage", "")),
                Resume.valueOf(said.getOrDefault("resume", Resume.CHECKPOINT.name())),
                said.get("event_id"),
                time(said.get("event_at")));
        return of(
                said.getOrDefault("task", ""),
                Kind.valueOf(said.getOrDefault(KIND, "snapshot").toUpperCase(Locale.ROOT)),
                Origin.STORED,
                memory.id(),
                Instant.parse(said.getOrDefault(AT, memory.updatedAt().toString())),
                state,
                said.getOrDefault(DIGEST, ""));
    }

    static @Nullable Instant time(@Nullable String text) {
        return text == null || text.isEmpty() ? null : Instant.parse(text);
    }

    /** With all that can be told from the state itself. */
    static Checkpoint of(
            String taskId,
            Kind kind,
            Origin origin,
            @Nullable String memoryId,
            Instant at,
            SessionState state,
            String digest) {
        Exchanges exchanges = Exchanges.of(state.history());
        return new Checkpoint(
                taskId,
                kind,
                origin,
                memoryId,
                at,
                state,
                exchanges.count(),
                structured(state),
                exchanges.packet(at),
                digest);
    }

    private static Structured structured(SessionState state) {
        if (!state.summary().isBlank()) {
            return Points.of("snapshot", state.summary());
        }
        if (!state.result().isBlank()) {
            return Points.of("result", state.result());
        }
        String prompt = state.history().stream()
                .filter(message -> message.role().equals("user"))
                .map(Exchanges::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        return Points.of("prompt", Points.begin(prompt, LONGEST_PROMPT));
    }
}
