package tacit.memory.distill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tacit.api.memory.JournalEntry;
import tacit.api.memory.JournalEntry.Category;
import tacit.api.memory.UserFeedback;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.TraceStatus;

/**
 * What the journal of a day should say of a run: what was done, judged and noticed. Raw payloads never stand in it, and nothing that a
 * known user said, or somebody in private: a journal belongs to no user, and its summaries are shown to others.
 */
final class DayLines {

    private static final int MOST_OBSERVATIONS = 5;

    private DayLines() {}

    /**
     * The lines of a run.
     *
     * @param shown whether what the run itself shows belongs to them, besides what its user thought of it
     */
    static List<JournalEntry> of(Run run, List<UserFeedback> feedback, boolean shown) {
        if (!run.ended()) {
            return List.of();
        }
        boolean told = shown && !run.goal().isEmpty();
        List<JournalEntry> entries = new ArrayList<>();
        if (told) {
            entries.add(done(run));
        }
        for (UserFeedback judgement : feedback) {
            entries.add(entry(run, "user", Category.FEEDBACK, judgement.decision() + ": " + named(run)));
        }
        entries.addAll(told ? observations(run) : List.of());
        return entries;
    }

    private static JournalEntry done(Run run) {
        String end = run.trace().status() == TraceStatus.FAILED ? "Failed: " : "Done: ";
        String judged = run.verified()
                .map(outcome -> " (checked: " + outcome.name().toLowerCase(Locale.ROOT) + ")")
                .orElse("");
        return entry(run, "system", Category.TASK, end + (run.isPersonal() ? named(run) : run.goal()) + judged);
    }

    private static String named(Run run) {
        return "run " + run.id();
    }

    private static List<JournalEntry> observations(Run run) {
        Map<String, Integer> failures = new LinkedHashMap<>();
        for (Span call : run.tools()) {
            if (call.status() == SpanStatus.ERROR) {
                failures.merge(Run.tool(call), 1, Integer::sum);
            }
        }
        return failures.keySet().stream()
                .limit(MOST_OBSERVATIONS)
                .map(tool -> {
                    int times = Objects.requireNonNull(failures.get(tool));
                    String often = times == 1 ? " failed once" : " failed " + times + " times";
                    return entry(run, "tool", Category.OBSERVATION, tool + often);
                })
                .toList();
    }

    private static JournalEntry entry(Run run, String source, Category category, String text) {
        return new JournalEntry(run.at(), source, category, Texts.line(text, 500), run.id(), List.of());
    }
}
