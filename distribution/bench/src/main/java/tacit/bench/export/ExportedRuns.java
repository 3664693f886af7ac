package tacit.bench.export;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Span;
import tacit.api.trace.SpanBuilder;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceBuilder;
import tacit.api.trace.TraceStatus;
import tacit.api.trace.TraceStore;
import tacit.api.trace.TraceUpdate;

/** Graded runs of an agent with tools, five to a task: a question, some calls, an answer. Confined to one thread. */
final class ExportedRuns {

    static final Scope SCOPE = Scope.ofWorkspace("bench");

    private static final Instant END = Instant.parse("2026-03-31T12:00:00Z");
    private static final int DAYS = 90;
    private static final int RUNS_OF_A_TASK = 5;
    private static final int A_BATCH = 500;
    private static final String[] WORDS = {
        "order", "invoice", "customer", "total", "the", "of", "and", "status", "shipped", "late", "refund", "row",
        "table", "column", "count", "because", "since", "month", "report", "island", "ferry", "north", "coop", "hens"
    };

    private final SplittableRandom random;
    private final boolean timed;

    /** @param timed whether runs have times; those of research data often have none */
    ExportedRuns(long seed, boolean timed) {
        this.random = new SplittableRandom(seed);
        this.timed = timed;
    }

    void append(TraceStore traces, int count) {
        for (int first = 0; first < count; first += A_BATCH) {
            List<TraceUpdate> batch = new ArrayList<>();
            for (int i = first; i < Math.min(count, first + A_BATCH); i++) {
                batch.add(run(i));
            }
            traces.append(SCOPE, batch);
        }
    }

    private TraceUpdate run(int number) {
        int task = number / RUNS_OF_A_TASK;
        OutcomeLabel label = random.nextInt(10) < 7 ? OutcomeLabel.SUCCESS : OutcomeLabel.FAILURE;
        TraceBuilder trace = Trace.builder("t" + number)
                .workspaceId(SCOPE.workspaceId())
                .agent("clerk")
                .userId("user" + task % 50)
                .status(TraceStatus.COMPLETED)
                .taskKey("task" + task)
                .outcome(Outcome.graded(label, label == OutcomeLabel.SUCCESS ? 1 : 0, OutcomeSource.GRADER));
        if (timed) {
            Instant start = END.minus(Duration.ofSeconds(random.nextInt(DAYS * 86_400)));
            trace.startedAt(start).endedAt(start.plusSeconds(30));
        }
        return TraceUpdate.of(trace.build(), spans(task));
    }

    /** Runs of a task begin with the same words. */
    private List<Span> spans(int task) {
        String question = words(new SplittableRandom(task), 40);
        List<Span> spans = new ArrayList<>();
        int calls = 1 + random.nextInt(4);
        spans.add(
                span(0, Operation.CHAT, "chat", messages("user", question), messages("assistant", words(random, 20))));
        for (int i = 1; i <= calls; i++) {
            String arguments = "{\"query\":\"" + words(random, 12) + "\"}";
            spans.add(span(i, Operation.EXECUTE_TOOL, "sql", arguments, "{\"rows\":\"" + words(random, 80) + "\"}"));
        }
        // One run of a hundred tells a secret
        String secret = random.nextInt(100) == 0 ? " token ghp_" + "x1Y2".repeat(9) : "";
        spans.add(span(
                calls + 1,
                Operation.CHAT,
                "chat",
                messages("user", ""),
                messages("assistant", words(random, 60) + secret)));
        return spans;
    }

    private static Span span(int at, String operation, String name, String input, String output) {
        SpanBuilder span = Span.builder("s" + at, operation, name)
                .position(at)
                .input(input)
                .output(output);
        return operation.equals(Operation.EXECUTE_TOOL)
                ? span.attribute(Attribute.TOOL_NAME, name).build()
                : span.build();
    }

    private static String messages(String role, String text) {
        return "[{\"role\":\"" + role + "\",\"parts\":[{\"type\":\"text\",\"content\":\"" + text + "\"}]}]";
    }

    private static String words(SplittableRandom random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }
}
