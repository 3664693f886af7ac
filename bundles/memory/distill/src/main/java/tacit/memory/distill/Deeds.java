package tacit.memory.distill;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.CandidateType;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryEffects.GraphReading;
import tacit.api.memory.PlaybookEpisode;
import tacit.api.memory.PlaybookEpisode.Outcome;
import tacit.api.memory.PlaybookEpisode.PlaybookSource;
import tacit.api.memory.PlaybookEpisode.ToolUse;
import tacit.api.memory.PlaybookUse;
import tacit.api.memory.SourceText;
import tacit.api.memory.TaskCompletion;
import tacit.api.memory.TrustLane;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.TraceStatus;
import tacit.memory.sentences.Correction;

/** What the memories of work should hold of a run: episode, uses of earlier ones, completion, and the text of its result. */
final class Deeds {

    /** Begins an error that a user put right, as the playbook tells it apart. */
    private static final String CORRECTED = "[CORRECTION] ";

    private static final int MOST_STEPS = 30;
    private static final int MOST_TOOLS = 10;
    private static final int LONGEST_REQUEST = 2000;
    private static final int LONGEST_SUMMARY = 1000;

    private final Run run;

    /** The sentence in which the user put something right; null where they did not. */
    private final @Nullable Found correction;

    private final List<Correction> corrections;

    Deeds(Run run, List<Found> statements, List<Correction> corrections) {
        this.run = run;
        this.corrections = List.copyOf(corrections);
        this.correction = statements.stream()
                .filter(found -> found.type() == CandidateType.CORRECTION)
                .findFirst()
                .orElse(null);
    }

    /** That a loop ended proves nothing, so a run that nobody judged and nobody put right gives no episode. */
    private Optional<Outcome> outcome() {
        return run.verified().or(() -> correction == null ? Optional.empty() : Optional.of(Outcome.FAILURE));
    }

    Optional<PlaybookEpisode> episode() {
        Optional<Outcome> outcome = run.ended() ? outcome() : Optional.empty();
        if (outcome.isEmpty() || run.goal().isEmpty()) {
            return Optional.empty();
        }
        String error = outcome.get() == Outcome.FAILURE ? error() : null;
        return Optional.of(new PlaybookEpisode(
                run.id(),
                run.goal(),
                request(),
                steps(),
                tools(),
                outcome.get(),
                error,
                lesson(),
                List.of(),
                new PlaybookSource(lane(error), run.visibility(), evidence())));
    }

    private @Nullable String error() {
        if (correction != null && run.verified().isEmpty()) {
            return CORRECTED + correction.text();
        }
        return run.lastError().map(Run::error).orElse(null);
    }

    /** The words of an error are those of a tool, unless a user said what was wrong. */
    private TrustLane lane(@Nullable String error) {
        if (error == null) {
            return TrustLane.RESULT;
        }
        return error.startsWith(CORRECTED) ? TrustLane.STATEMENT : TrustLane.FOREIGN;
    }

    private @Nullable String lesson() {
        return corrections.stream()
                .map(Correction::right)
                .filter(right -> !right.isBlank())
                .findFirst()
                .orElse(correction == null ? null : correction.text());
    }

    private String request() {
        return run.said().stream()
                .map(said -> said.text().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> Texts.line(text, LONGEST_REQUEST))
                .orElse(run.goal());
    }

    private List<String> steps() {
        List<String> steps = new ArrayList<>();
        for (Span call : run.tools()) {
            String step = Run.tool(call) + (call.status() == SpanStatus.ERROR ? " (failed)" : "");
            if (steps.isEmpty() || !steps.get(steps.size() - 1).equals(step)) {
                steps.add(step);
            }
        }
        return steps.subList(0, Math.min(steps.size(), MOST_STEPS));
    }

    private List<ToolUse> tools() {
        return run.tools().stream()
                .map(Run::tool)
                .distinct()
                .limit(MOST_TOOLS)
                .map(name -> new ToolUse(name, new TreeMap<>()))
                .toList();
    }

    private List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>(List.of(run.evidence()));
        if (correction != null) {
            evidence.addAll(correction.evidence());
        }
        return evidence;
    }

    /** Exactly the entries that the run names count, and only where somebody checked what came of it. */
    Optional<PlaybookUse> use() {
        List<String> used = run.playbookUsed();
        return used.isEmpty() || !run.ended()
                ? Optional.empty()
                : outcome().map(outcome -> new PlaybookUse(run.id(), used, outcome, evidence()));
    }

    Optional<TaskCompletion> completion() {
        String user = run.trace().userId();
        boolean failed = outcome().filter(outcome -> outcome == Outcome.FAILURE).isPresent();
        if (user == null
                || run.trace().status() != TraceStatus.COMPLETED
                || failed
                || run.goal().isEmpty()) {
            return Optional.empty();
        }
        Said result = run.result();
        return Optional.of(new TaskCompletion(
                run.trace().workspaceId(),
                user,
                run.goal(),
                result == null ? null : Texts.line(result.text(), LONGEST_SUMMARY),
                run.id(),
                run.trace().profileId() != null,
                List.of(run.evidence())));
    }

    /** An agent's own words are what it concluded. */
    Optional<GraphReading> reading() {
        Said result = run.result();
        if (result == null || !run.ended()) {
            return Optional.empty();
        }
        SourceText text = new SourceText(result.text(), Evidence.Kind.SPAN, result.place(), TrustLane.INFERENCE);
        return Optional.of(new GraphReading(run.trace().userId(), run.id(), run.visibility(), List.of(text)));
    }
}
