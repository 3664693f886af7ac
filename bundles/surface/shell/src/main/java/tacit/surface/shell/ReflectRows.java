package tacit.surface.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionDesk;
import tacit.api.reflect.ReflectionDesk.Ranked;
import tacit.api.reflect.ReflectionNotice;
import tacit.api.reflect.ReflectionRun;

/** What is shown of reflection, by the names of columns. */
final class ReflectRows {

    private ReflectRows() {}

    static Map<String, @Nullable Object> whole(ReflectionRun.Whole whole) {
        Map<String, @Nullable Object> shown = details(whole.run());
        whole.evidence()
                .forEach(piece -> shown.put(
                        piece.id(), Words.lower(piece.type()) + (piece.actionable() ? "! " : " ") + piece.text()));
        whole.hypotheses()
                .forEach(one -> shown.put(
                        one.hypothesis().id(),
                        Words.lower(one.state()) + " " + (one.score() == null ? "" : number(one.score()) + " ")
                                + one.hypothesis().title()
                                + (one.whyNot().isEmpty() ? "" : " (" + one.whyNot() + ")")));
        int number = 0;
        for (var critique : whole.critiques()) {
            number++;
            shown.put(
                    "critique " + number,
                    critique.hypothesisId() + " " + Words.lower(critique.verdict()) + ": " + critique.text());
        }
        return shown;
    }

    static Map<String, @Nullable Object> run(ReflectionRun run) {
        return Rows.row(
                "id", run.id(),
                "at", run.createdAt(),
                "target", run.targetKey(),
                "came to", run.outcome() == null ? Words.lower(run.stage()) : Words.lower(run.outcome()),
                "what", run.error() == null ? run.winner() : run.error());
    }

    private static Map<String, @Nullable Object> details(ReflectionRun run) {
        return Rows.row(
                "id", run.id(),
                "profile", run.profileId(),
                "target", run.targetKey(),
                "reason", run.reason(),
                "at", run.createdAt(),
                "ended", run.endedAt(),
                "stage", Words.lower(run.stage()),
                "outcome", run.outcome() == null ? null : Words.lower(run.outcome()),
                "winner", run.winner(),
                "confidence", run.confidence() == null ? null : number(run.confidence()),
                "permission", run.permission() == null ? null : Words.lower(run.permission()),
                "started", run.dispatchId(),
                "error", run.error(),
                "trace", run.traceId(),
                "summary", run.summary());
    }

    static Map<String, @Nullable Object> target(Ranked ranked) {
        return Rows.row(
                "target", ranked.target().key(),
                "health", Words.lower(ranked.target().health()),
                "open", ranked.target().backlog(),
                "score", number(ranked.score().score()),
                "why not", ranked.score().whyNot());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static Map<String, @Nullable Object> point(ReflectionBacklog point) {
        return Rows.row(
                "id", point.id(),
                "state", Words.lower(point.state()),
                "about", point.targetKey(),
                "title", point.title(),
                "reason", point.reason());
    }

    static Map<String, @Nullable Object> notice(ReflectionNotice notice) {
        return Rows.row(
                "id", notice.id(),
                "state", Words.lower(notice.state()),
                "due", notice.dueAt(),
                "intent", Words.lower(notice.intent()),
                "title", notice.title(),
                "reason", notice.reason());
    }

    static Map<String, @Nullable Object> brain(ReflectionDesk.Brain brain) {
        Map<String, @Nullable Object> row = Rows.row(
                "profile", brain.profileId(),
                "status", brain.status(),
                "why", brain.why(),
                "targets", brain.targets(),
                "runs", String.valueOf(brain.runs()),
                "backlog", brain.backlog(),
                "last run", brain.lastRunAt(),
                "last dream", brain.lastDreamAt());
        List<ReflectionDesk.BrainMemory> memory = brain.memory();
        for (int i = 0; i < memory.size(); i++) {
            row.put(
                    "memory " + (i + 1),
                    memory.get(i).bucket() + ": " + memory.get(i).text());
        }
        return row;
    }
}
