package tacit.evidence.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.SpanBuilder;

/** The spans of one run in the making: a root and its children in the order of the file. Confined to one thread. */
final class RunSpans {

    /** On a span: the place of its message or turn in the run, as the benchmark counts it. */
    static final String STEP = "benchmark.step";

    static final String ROOT = "run";

    private final List<SpanBuilder> spans = new ArrayList<>();
    private final SpanBuilder root;

    RunSpans(String agent) {
        root = Span.builder(ROOT, Operation.INVOKE_AGENT, "invoke_agent " + agent)
                .attribute(Attribute.AGENT_NAME, agent);
        spans.add(root);
    }

    SpanBuilder root() {
        return root;
    }

    SpanBuilder chat(long step) {
        return child(Operation.CHAT, Operation.CHAT, step);
    }

    SpanBuilder tool(String name, long step) {
        return child(Operation.EXECUTE_TOOL, Operation.EXECUTE_TOOL + " " + name, step)
                .attribute(Attribute.TOOL_NAME, name);
    }

    List<Span> build() {
        return spans.stream().map(SpanBuilder::build).toList();
    }

    /** What the grader of a benchmark said; a full grade is a success. */
    static Outcome graded(@Nullable Double grade, String name) {
        if (grade == null) {
            return Outcome.UNKNOWN;
        }
        OutcomeLabel label = Math.abs(grade - 1) < 1e-6 ? OutcomeLabel.SUCCESS : OutcomeLabel.FAILURE;
        return new Outcome(label, grade, OutcomeSource.GRADER, name, null, null, null);
    }

    private SpanBuilder child(String operation, String name, long step) {
        SpanBuilder span = Span.builder("step-" + spans.size(), operation, name)
                .parentId(ROOT)
                .position(spans.size())
                .attribute(STEP, step);
        spans.add(span);
        return span;
    }
}
