package tacit.evidence.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.SpanBuilder;
import tacit.api.trace.SpanStatus;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceUpdate;

/** One run of an agent on one tau-bench task. What the grader wanted to see done is left behind: no agent saw it. */
record TauRun(
        String batch,
        String task,
        long trial,
        JsonNode messages,
        @Nullable String crash,
        Outcome outcome) {

    static TauRun of(String batch, String task, int earlierRuns, JsonNode run) {
        JsonNode messages = Json.array(run, "traj");
        for (int i = 0; i < messages.size(); i++) {
            if (!messages.get(i).isObject() || !messages.get(i).path("role").isTextual()) {
                throw new BadRunException("traj must hold messages with a role, got another thing at " + i);
            }
        }
        JsonNode trial = run.path("trial");
        boolean none = trial.isMissingNode() || trial.isNull();
        if (!none && !(trial.isIntegralNumber() && trial.canConvertToLong())) {
            throw new BadRunException("trial must be a whole number, got " + Json.kind(trial));
        }
        return new TauRun(
                batch,
                task,
                none ? earlierRuns : trial.longValue(),
                messages,
                Json.content(run.path("info").path("error")),
                RunSpans.graded(Json.grade(run, "reward"), "reward"));
    }

    String id() {
        return batch + "/" + task + "/" + trial;
    }

    TraceUpdate update() {
        String domain = TauDomain.of(messages, batch);
        RunSpans spans = new RunSpans("tau-" + domain);
        new TauMessages(spans).addAll(messages);
        if (crash != null) {
            SpanBuilder root = spans.root();
            root.status(SpanStatus.ERROR).statusMessage(crash);
        }
        Trace trace = Trace.builder(id())
                .agent("tau-" + domain)
                .status(crash == null ? TraceStatus.COMPLETED : TraceStatus.FAILED)
                .taskKey(domain + "/" + task)
                .outcome(outcome)
                .attribute(Attribute.BATCH, batch)
                .attribute(Attribute.TRIAL, trial)
                .build();
        return TraceUpdate.of(trace, spans.build());
    }
}
