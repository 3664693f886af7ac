package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.memory.Audience;
import tacit.api.memory.Visibility;
import tacit.api.recall.ContextReceipt;
import tacit.api.recall.ContextRecording;
import tacit.api.recall.DurableContext;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/**
 * What an agent's host hands in of a conversation. Immutable.
 *
 * @param fields all that was sent
 * @param recording the messages
 */
record ContextPart(Fields fields, ContextRecording recording) {

    private static final int MAX_ID = 400;
    private static final Set<String> OWN = Set.of("taskId", "messages", "appended");

    /** Reads messages and further fields. */
    static ContextPart of(Call call, DurableContext context, RunEvidence evidence, Set<String> further) {
        try {
            Set<String> known = RecallQuestions.with(OWN);
            known.addAll(further);
            Fields fields = Fields.of(Json.body(call), known);
            Audience audience = RecallQuestions.audience(call, fields);
            Scope scope = RecallQuestions.scope(call, audience);
            String task = fields.text("taskId", MAX_ID);
            if (!context.enabled()) {
                throw new HttpProblem(409, "The durable context is disabled");
            }
            ContextRecording recording = new ContextRecording(
                    scope,
                    visibility(audience),
                    task,
                    SessionMessages.of(fields, "messages"),
                    fields.truth("appended", false),
                    List.of());
            return new ContextPart(fields, recording).from(call, context, evidence);
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    // Noted last, when everything else is as it must be
    private ContextPart from(Call call, DurableContext context, RunEvidence evidence) {
        if (context.knows(recording.scope(), recording.taskId())) {
            return this;
        }
        return new ContextPart(
                fields,
                new ContextRecording(
                        recording.scope(),
                        recording.visibility(),
                        recording.taskId(),
                        recording.messages(),
                        recording.appended(),
                        evidence.of(call, recording.scope(), recording.taskId(), "context.begin")));
    }

    /** Who heard it may hear it again. */
    static Visibility visibility(Audience audience) {
        return switch (audience.kind()) {
            case PRIVATE -> Visibility.PRIVATE;
            case GROUP -> Visibility.SHARED;
            case PUBLIC -> Visibility.PUBLIC;
        };
    }

    static Map<String, Object> view(ContextReceipt receipt) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("added", receipt.added());
        view.put("known", receipt.known());
        view.put("skipped", receipt.skipped());
        if (receipt.summaryId() != null) {
            view.put("summaryId", receipt.summaryId());
        }
        return view;
    }
}
