package tacit.learn.guards;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import tacit.api.guard.CallHistories;
import tacit.api.guard.CallHistory;
import tacit.api.guard.GradedHistory;
import tacit.api.guard.GuardQuestion;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;

/** Reads messages and tool calls from model and tool spans. */
@Component
public final class TraceHistories implements CallHistories {

    @Activate
    public TraceHistories() {}

    @Override
    public CallHistory history(RecordedTrace trace) {
        HistoryWriter writer = new HistoryWriter();
        trace.spans().forEach(span -> write(writer, span));
        return writer.history();
    }

    @Override
    public Optional<GuardQuestion> question(RecordedTrace trace, String spanId) {
        HistoryWriter writer = new HistoryWriter();
        for (Span span : trace.spans()) {
            if (span.id().equals(spanId)) {
                return isCall(span) ? Optional.of(writer.question(span)) : Optional.empty();
            }
            write(writer, span);
        }
        return Optional.empty();
    }

    private static void write(HistoryWriter writer, Span span) {
        if (isCall(span)) {
            writer.tool(span);
        } else if (span.operation().equals(Operation.CHAT) && !injected(span)) {
            writer.chat(span);
        }
    }

    private static boolean isCall(Span span) {
        return span.operation().equals(Operation.EXECUTE_TOOL) && !injected(span);
    }

    private static boolean injected(Span span) {
        return Boolean.TRUE.equals(span.attributes().get(Attribute.INJECTED));
    }

    @Override
    public Optional<GradedHistory> graded(RecordedTrace trace) {
        String task = trace.trace().taskKey();
        OutcomeLabel label = trace.trace().outcome().label();
        if (task == null || task.isBlank() || (label != OutcomeLabel.SUCCESS && label != OutcomeLabel.FAILURE)) {
            return Optional.empty();
        }
        boolean failed = label == OutcomeLabel.FAILURE;
        return Optional.of(new GradedHistory(trace.trace().id(), task, failed, history(trace)));
    }
}
