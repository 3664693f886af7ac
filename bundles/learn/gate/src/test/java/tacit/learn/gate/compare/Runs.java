package tacit.learn.gate.compare;

import java.time.Instant;
import java.util.List;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceUpdate;

/** Builds recorded runs. */
final class Runs {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Runs() {}

    static TraceUpdate passed(String task) {
        return run(task, 0, OutcomeLabel.SUCCESS);
    }

    static TraceUpdate failed(String task) {
        return run(task, 0, OutcomeLabel.FAILURE);
    }

    static TraceUpdate unknown(String task) {
        return TraceUpdate.of(Trace.builder(task + "/0").taskKey(task).build(), List.of());
    }

    static TraceUpdate run(String task, int trial, OutcomeLabel label) {
        return TraceUpdate.of(
                Trace.builder(task + "/" + trial)
                        .taskKey(task)
                        .outcome(Outcome.of(label, OutcomeSource.GRADER))
                        .build(),
                List.of());
    }

    static TraceUpdate[] batch(int passed, int failed) {
        TraceUpdate[] runs = new TraceUpdate[passed + failed];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = i < passed ? passed("task" + i) : failed("task" + i);
        }
        return runs;
    }

    static TraceUpdate costly(String task, long millis, long tokens) {
        Span chat = Span.builder("s1", Operation.CHAT, "chat")
                .startedAt(START)
                .endedAt(START.plusMillis(millis))
                .attribute(Attribute.INPUT_TOKENS, tokens)
                .build();
        return TraceUpdate.of(passed(task).trace(), List.of(chat));
    }
}
