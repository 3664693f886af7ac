package tacit.surface.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceUpdate;
import tacit.surface.gateway.rest.reply.Fields;

/**
 * Statements on outcomes as they were sent: those that can be taken, and the reasons against the others.
 *
 * @param updates the good ones
 * @param places where each good one stood in what was sent
 * @param rejected the reasons, by place
 */
record Statements(List<TraceUpdate> updates, List<Integer> places, Map<Integer, String> rejected) {

    private static final int MAX_COUNT = 1_000;
    private static final int MAX_EXPLANATION = 10_000;
    private static final double PASS_MARK = 0.5;
    private static final Set<String> FIELDS =
            Set.of("traceId", "spanId", "label", "score", "source", "name", "explanation", "at");

    static Statements read(JsonNode body, Scope scope, TraceStore traces) {
        List<JsonNode> items = body.isArray() ? body.valueStream().toList() : List.of(body);
        if (items.isEmpty() || items.size() > MAX_COUNT) {
            throw new HttpProblem(400, "One outcome or a list of 1 to " + MAX_COUNT + " is needed");
        }
        Statements statements = new Statements(new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
        for (int i = 0; i < items.size(); i++) {
            statements.add(i, items.get(i), scope, traces);
        }
        return statements;
    }

    private void add(int place, JsonNode item, Scope scope, TraceStore traces) {
        try {
            TraceUpdate update = update(Fields.of(item, FIELDS), scope);
            refuseForeign(update.trace().id(), scope, traces);
            updates.add(update);
            places.add(place);
        } catch (IllegalArgumentException e) {
            rejected.put(place, String.valueOf(e.getMessage()));
        }
    }

    private static TraceUpdate update(Fields fields, Scope scope) {
        Trace trace = Trace.builder(fields.text("traceId", 400))
                .workspaceId(scope.workspaceId())
                .userId(scope.userId())
                .status(TraceStatus.RUNNING)
                .build();
        return new TraceUpdate(trace, List.of(), List.of(outcome(fields)));
    }

    private static Outcome outcome(Fields fields) {
        OutcomeSource source = fields.optionalChoice("source", OutcomeSource.class);
        if (source == null) {
            throw new IllegalArgumentException("source must be given: user, grader, rule or agent");
        }
        Double score = fields.optionalReal("score");
        OutcomeLabel label = fields.optionalChoice("label", OutcomeLabel.class);
        if (label == null) {
            label = labelOf(score);
        }
        return new Outcome(
                label,
                score,
                source,
                fields.optionalText("name", 400),
                fields.optionalText("explanation", MAX_EXPLANATION),
                fields.optionalText("spanId", 400),
                fields.optionalTime("at"));
    }

    private static OutcomeLabel labelOf(@Nullable Double score) {
        if (score == null) {
            throw new IllegalArgumentException("label or score must be given");
        }
        if (score < 0 || score > 1) {
            throw new IllegalArgumentException("score must be in [0, 1] where no label is given");
        }
        return score >= PASS_MARK ? OutcomeLabel.SUCCESS : OutcomeLabel.FAILURE;
    }

    // A token for one user must not speak about a trace of another; a trace that nobody knows yet becomes the user's
    private static void refuseForeign(String traceId, Scope scope, TraceStore traces) {
        boolean foreign = scope.user().isPresent()
                && traces.find(scope, traceId).isEmpty()
                && traces.find(Scope.ofWorkspace(scope.workspaceId()), traceId).isPresent();
        if (foreign) {
            throw new IllegalArgumentException("No such trace in the token's scope");
        }
    }
}
