package tacit.surface.gateway.rest;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import tacit.api.http.Call;
import tacit.api.memory.Audience;
import tacit.api.memory.Evidence;
import tacit.api.recall.CheckpointDraft;
import tacit.api.recall.CheckpointDraft.Trigger;
import tacit.api.recall.Checkpoints;
import tacit.api.recall.SessionState;
import tacit.api.recall.SessionState.Resume;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;

/** Reads the state of a run that an agent's host hands in. */
final class CheckpointQuestion {

    private static final int MAX_ID = 400;
    private static final int MAX_TEXT = 100_000;
    private static final Set<String> FIELDS = Set.of(
            "taskId",
            "trigger",
            "messages",
            "trackerState",
            "planSummary",
            "summary",
            "result",
            "usageTotals",
            "resumeStrategy",
            "sourceEventId",
            "sourceTimestamp",
            "usedTokens",
            "availableTokens");

    private CheckpointQuestion() {}

    static CheckpointDraft of(Call call, Checkpoints checkpoints, RunEvidence evidence, Instant now) {
        Fields fields = Fields.of(Json.body(call), RecallQuestions.with(FIELDS));
        Audience audience = RecallQuestions.audience(call, fields);
        Scope scope = RecallQuestions.scope(call, audience);
        String task = fields.text("taskId", MAX_ID);
        Trigger trigger = fields.optionalChoice("trigger", Trigger.class);
        CheckpointDraft draft = new CheckpointDraft(
                scope,
                ContextPart.visibility(audience),
                task,
                trigger == null ? Trigger.SNAPSHOT : trigger,
                state(fields),
                fields.whole("usedTokens", 0, 0, Integer.MAX_VALUE),
                fields.whole("availableTokens", 0, 0, Integer.MAX_VALUE),
                now,
                List.of());
        return checkpoints.knows(scope, task) ? draft : from(draft, evidence.of(call, scope, task, "checkpoint.begin"));
    }

    private static CheckpointDraft from(CheckpointDraft draft, List<Evidence> evidence) {
        return new CheckpointDraft(
                draft.scope(),
                draft.visibility(),
                draft.taskId(),
                draft.trigger(),
                draft.state(),
                draft.usedTokens(),
                draft.availableTokens(),
                draft.now(),
                evidence);
    }

    private static SessionState state(Fields fields) {
        Resume resume = fields.optionalChoice("resumeStrategy", Resume.class);
        return new SessionState(
                SessionMessages.of(fields, "messages"),
                Values.of(fields, "trackerState"),
                text(fields, "planSummary"),
                text(fields, "summary"),
                text(fields, "result"),
                Values.of(fields, "usageTotals"),
                resume == null ? Resume.CHECKPOINT : resume,
                fields.optionalText("sourceEventId", MAX_ID),
                fields.optionalTime("sourceTimestamp"));
    }

    private static String text(Fields fields, String name) {
        String text = fields.optionalText(name, MAX_TEXT);
        return text == null ? "" : text;
    }
}
