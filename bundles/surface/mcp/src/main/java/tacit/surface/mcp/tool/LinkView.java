package tacit.surface.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import tacit.api.adapt.LearningStep;
import tacit.api.adapt.TaskLearning;
import tacit.api.experiment.Lineage;
import tacit.api.experiment.Lineage.Kind;
import tacit.api.experiment.Lineage.Level;
import tacit.api.experiment.Lineage.Node;
import tacit.surface.mcp.rpc.Json;

/** How links between what was learnt look. */
final class LinkView {

    /** What holds words of runs, which may be anybody's. */
    private static final Set<Kind> OF_RUNS =
            EnumSet.of(Kind.TRACE, Kind.FAILURE, Kind.CLUSTER, Kind.EVAL_CASE, Kind.REPLAY_CASE);

    private LinkView() {}

    /**
     * A thing with its lineage.
     *
     * @param words whether words of runs are shown, and not their ids alone
     */
    static ObjectNode of(Lineage.View view, boolean words) {
        ObjectNode fields = Json.object();
        fields.set("start", node(view.start(), words));
        fields.set(
                "levels",
                Json.array(
                        view.levels().stream().map(level -> level(level, words)).toList()));
        return fields;
    }

    private static ObjectNode level(Level level, boolean words) {
        ObjectNode fields = Json.object()
                .put("kind", word(level.kind()))
                .put("before", level.before())
                .put("links", level.links());
        fields.set(
                "nodes",
                Json.array(level.nodes().stream().map(node -> node(node, words)).toList()));
        return fields.set("missing", Json.of(level.missing()));
    }

    private static ObjectNode node(Node node, boolean words) {
        ObjectNode fields = Json.object().put("kind", word(node.kind())).put("id", node.id());
        // What a memory says depends on who reads it: memory_get answers that
        if (node.kind() != Kind.MEMORY && (words || !OF_RUNS.contains(node.kind()))) {
            fields.put("title", node.title());
        }
        if (node.state() != null) {
            fields.put("state", node.state());
        }
        if (node.at() != null) {
            fields.put("at", node.at().toString());
        }
        return fields;
    }

    /** A report of what was learnt from a run. */
    static ObjectNode of(TaskLearning report) {
        ObjectNode fields = Json.object()
                .put("taskId", report.taskId())
                .put("outcome", word(report.outcome()))
                .put("at", report.completedAt().toString())
                .put("summary", report.summary());
        if (report.nextAction() != null) {
            fields.put("nextAction", report.nextAction());
        }
        return fields.set(
                "steps", Json.array(report.steps().stream().map(LinkView::step).toList()));
    }

    private static ObjectNode step(LearningStep step) {
        return Json.object()
                .put("stage", step.stage().word())
                .put("status", word(step.status()))
                .put("title", step.title())
                .put("summary", step.summary());
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
