package tacit.panel.pulse;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.page.Page;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionDesk;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionNotice;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionTarget;
import tacit.panel.forms.Acts;

/** Thoughts as the pages show them. */
final class ReflectionRows {

    private ReflectionRows() {}

    static Map<String, Object> brain(AutomationProfile profile, ReflectionDesk.Brain brain) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", profile.id());
        row.put("role", profile.agentRoleId());
        row.put("status", brain.status());
        row.put("why", brain.why());
        row.put("count", brain.targets());
        row.put("backlog", brain.backlog());
        row.put("lastRunAt", brain.lastRunAt());
        return row;
    }

    static Map<String, Object> target(ReflectionTarget target, AutomationProfile profile) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("key", target.key());
        row.put("label", target.label());
        row.put("health", target.health());
        row.put("state", target.state());
        row.put("backlog", target.backlog());
        row.put(
                "last",
                target.last().winner() == null
                        ? target.last().outcome()
                        : target.last().winner());
        row.put("lastRunAt", target.times().lastRunAt());
        row.put("nextAt", target.times().nextEligibleAt());
        Map<String, String> fields = Map.of("profile", profile.id(), "target", target.key());
        row.put("now", "");
        row.put("leave", "");
        row.put(
                "think",
                Acts.button(
                        "reflect",
                        "Think now",
                        "Think about it now, whatever its cadence? It may start work as far as it is let.",
                        fields));
        row.put("drop", Acts.button("leave", "Leave alone", "Leave it alone until something new is seen?", fields));
        return row;
    }

    static Map<String, Object> row(ReflectionRun run) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("place", ReflectionPanel.RUNS);
        row.put("id", run.id());
        row.put("what", run.winner() == null ? run.targetKey() : run.winner());
        row.put("target", run.targetKey());
        row.put("stage", run.stage());
        row.put("outcome", run.outcome());
        row.put("summary", run.error() == null ? run.summary() : run.error());
        row.put("confidence", run.confidence());
        row.put("createdAt", run.createdAt());
        return row;
    }

    static Map<String, Object> point(ReflectionBacklog point) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("title", point.title());
        row.put("summary", point.summary());
        row.put("action", point.action());
        row.put("state", point.state());
        row.put("reason", point.reason());
        row.put("priority", point.priority());
        row.put("run", point.runId());
        row.put("place", ReflectionPanel.RUNS);
        row.put("changedAt", point.changedAt());
        row.put("change", "");
        if (point.state() == ReflectionBacklog.State.OPEN || point.state() == ReflectionBacklog.State.DISPATCHED) {
            row.put("reject", Acts.button("reject", "Reject", "End this point for good?", Map.of("id", point.id())));
        }
        return row;
    }

    static Map<String, Object> notice(ReflectionNotice notice) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("title", notice.title());
        row.put("text", notice.text());
        row.put("intent", notice.intent());
        row.put("state", notice.state());
        row.put("reason", notice.reason());
        row.put("dueAt", notice.dueAt());
        row.put("run", notice.runId());
        row.put("place", ReflectionPanel.RUNS);
        row.put("change", "");
        if (notice.state() == ReflectionNotice.State.SHOWN) {
            row.put("seen", Map.of("act", "seen", "label", "Seen", "fields", Map.of("id", notice.id())));
        }
        return row;
    }

    /** The page of a run with all that it was made of. */
    static Page run(ReflectionRun.Whole whole, @Nullable AutomationProfiles profiles) {
        ReflectionRun run = whole.run();
        Map<String, Object> values = new LinkedHashMap<>(row(run));
        values.put("run", run);
        values.put("role", Runs.role(run.profileId(), profiles));
        values.put("suggestion", suggestion(run.dispatchId()));
        values.put(
                "hypotheses",
                whole.hypotheses().stream().map(ReflectionRows::idea).toList());
        values.put("critiques", whole.critiques());
        values.put(
                "evidence", whole.evidence().stream().map(ReflectionRows::seen).toList());
        values.put(
                "backlog", whole.backlog().stream().map(ReflectionRows::point).toList());
        values.put("ended", run.stage().ended());
        values.put("completed", run.stage() == ReflectionRun.Stage.COMPLETED);
        return Page.of("Thought about " + run.targetKey(), ReflectionRows.class, "thought.peb", values);
    }

    /** The id of the suggestion that it became; empty for none. */
    private static String suggestion(@Nullable String started) {
        return started != null && started.startsWith("suggestion:") ? started.substring("suggestion:".length()) : "";
    }

    private static Map<String, Object> idea(ReflectionRun.Judged judged) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", judged.hypothesis().id());
        row.put("title", judged.hypothesis().title());
        row.put("statement", judged.hypothesis().statement());
        row.put("state", judged.state());
        row.put("score", judged.score());
        row.put("whyNot", judged.whyNot());
        row.put("scored", judged.scored());
        row.put("prompt", judged.hypothesis().prompt());
        row.put("steps", judged.hypothesis().steps());
        return row;
    }

    private static Map<String, Object> seen(ReflectionEvidence piece) {
        Map<String, Object> row = new LinkedHashMap<>();
        if (piece.reference() != null) {
            Map<String, Object> reference = References.row(piece.reference());
            row.put("what", reference.get("kind"));
            row.put("reference", reference.get("id"));
            row.put("to", reference.get("to"));
            row.put("open", reference.get("open"));
            row.put("place", reference.get("place"));
            row.put("part", reference.get("part"));
            row.put("lineage", reference.get("lineage"));
        }
        row.put("piece", piece.id());
        row.put("type", piece.type());
        row.put("actionable", piece.actionable() ? "asks for something" : "");
        row.put("weight", piece.weight());
        row.put("text", piece.text());
        row.put("createdAt", piece.createdAt());
        return row;
    }
}
