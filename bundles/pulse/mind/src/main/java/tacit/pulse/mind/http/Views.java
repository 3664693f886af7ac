package tacit.pulse.mind.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tacit.api.http.Reply;
import tacit.api.reflect.ReflectionBacklog;
import tacit.api.reflect.ReflectionDesk;
import tacit.api.reflect.ReflectionNotice;
import tacit.api.reflect.ReflectionRun;
import tacit.api.reflect.ReflectionTarget;
import tacit.api.store.Page;

/** What is answered over HTTP, as JSON. */
final class Views {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Views() {}

    static Reply reply(int status, Object value) {
        try {
            return Reply.json(status, MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write an answer as JSON", e);
        }
    }

    static <T> Map<String, @Nullable Object> page(Page<T> page, Function<T, Map<String, @Nullable Object>> view) {
        return map(
                "offset",
                page.offset(),
                "total",
                page.total(),
                "rows",
                page.rows().stream().map(view).toList());
    }

    static Map<String, @Nullable Object> target(ReflectionTarget target) {
        return map(
                "profileId", target.profileId(),
                "key", target.key(),
                "kind", lower(target.kind()),
                "workspaceId", target.workspaceId(),
                "health", lower(target.health()),
                "state", lower(target.state()),
                "persistence", lower(target.persistence()),
                "backlog", target.backlog(),
                "nextEligibleAt", time(target.times().nextEligibleAt()),
                "lastRunAt", time(target.times().lastRunAt()),
                "lastEvidenceAt", time(target.times().lastEvidenceAt()),
                "expiresAt", time(target.times().expiresAt()),
                "lastOutcome", target.last().outcome(),
                "lastWinner", target.last().winner(),
                "lastDispatchKind", target.last().dispatchKind(),
                "lastDispatchStatus", target.last().dispatchStatus());
    }

    static Map<String, @Nullable Object> run(ReflectionRun run) {
        return map(
                "id", run.id(),
                "profileId", run.profileId(),
                "workspaceId", run.workspaceId(),
                "target", run.targetKey(),
                "reason", run.reason(),
                "stage", lower(run.stage()),
                "outcome", lower(run.outcome()),
                "summary", run.summary(),
                "error", run.error(),
                "winner", run.winner(),
                "dispatchKind", run.dispatchKind(),
                "dispatchId", run.dispatchId(),
                "dispatchStatus", run.dispatchStatus(),
                "confidence", run.confidence(),
                "risk", lower(run.risk()),
                "permission", lower(run.permission()),
                "traceId", run.traceId(),
                "createdAt", time(run.createdAt()),
                "endedAt", time(run.endedAt()));
    }

    static Map<String, @Nullable Object> whole(ReflectionRun.Whole whole) {
        Map<String, @Nullable Object> view = run(whole.run());
        view.put(
                "evidence",
                whole.evidence().stream()
                        .map(piece -> map(
                                "id", piece.id(),
                                "type", lower(piece.type()),
                                "actionable", piece.actionable(),
                                "weight", piece.weight(),
                                "text", piece.text(),
                                "reference", piece.reference(),
                                "createdAt", time(piece.createdAt())))
                        .toList());
        view.put(
                "hypotheses", whole.hypotheses().stream().map(Views::hypothesis).toList());
        view.put(
                "critiques",
                whole.critiques().stream()
                        .map(one -> map(
                                "hypothesis", one.hypothesisId(),
                                "verdict", lower(one.verdict()),
                                "text", one.text(),
                                "evidence", one.evidenceId()))
                        .toList());
        view.put("backlog", whole.backlog().stream().map(Views::point).toList());
        return view;
    }

    private static Map<String, @Nullable Object> hypothesis(ReflectionRun.Judged one) {
        return map(
                "id", one.hypothesis().id(),
                "generator", one.hypothesis().generator(),
                "title", one.hypothesis().title(),
                "statement", one.hypothesis().statement(),
                "steps", one.hypothesis().steps(),
                "confidence", one.hypothesis().confidence(),
                "evidence", one.hypothesis().evidence(),
                "state", lower(one.state()),
                "score", one.score(),
                "scored", one.scored(),
                "whyNot", one.whyNot());
    }

    static Map<String, @Nullable Object> point(ReflectionBacklog point) {
        return map(
                "id", point.id(),
                "profileId", point.profileId(),
                "target", point.targetKey(),
                "title", point.title(),
                "summary", point.summary(),
                "action", lower(point.action()),
                "priority", point.priority(),
                "state", lower(point.state()),
                "runId", point.runId(),
                "dispatchId", point.dispatchId(),
                "reason", point.reason(),
                "createdAt", time(point.createdAt()),
                "changedAt", time(point.changedAt()));
    }

    static Map<String, @Nullable Object> notice(ReflectionNotice notice) {
        return map(
                "id", notice.id(),
                "profileId", notice.profileId(),
                "workspaceId", notice.workspaceId(),
                "intent", lower(notice.intent()),
                "title", notice.title(),
                "text", notice.text(),
                "runId", notice.runId(),
                "state", lower(notice.state()),
                "reason", notice.reason(),
                "createdAt", time(notice.createdAt()),
                "dueAt", time(notice.dueAt()),
                "seenAt", time(notice.seenAt()));
    }

    static Map<String, @Nullable Object> brain(ReflectionDesk.Brain brain) {
        return map(
                "profileId",
                brain.profileId(),
                "status",
                brain.status(),
                "why",
                brain.why(),
                "targets",
                brain.targets(),
                "runs",
                brain.runs(),
                "backlog",
                brain.backlog(),
                "lastRunAt",
                time(brain.lastRunAt()),
                "lastDreamAt",
                time(brain.lastDreamAt()),
                "memory",
                brain.memory().stream()
                        .map(one -> map(
                                "target", one.targetKey(),
                                "bucket", one.bucket(),
                                "text", one.text(),
                                "confidence", one.confidence(),
                                "at", time(one.at())))
                        .toList());
    }

    static Map<String, @Nullable Object> map(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }

    private static @Nullable String lower(@Nullable Enum<?> word) {
        return word == null ? null : word.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
