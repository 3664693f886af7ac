package tacit.learn.guards;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import tacit.api.guard.CallHistories;
import tacit.api.guard.CallHistory;
import tacit.api.guard.GradedHistory;
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
        for (Span span : trace.spans()) {
            if (Boolean.TRUE.equals(span.attributes().get(Attribute.INJECTED))) {
                continue;
            }
            if (span.operation().equals(Operation.CHAT)) {
                writer.chat(span);
            } else if (span.operation().equals(Operation.EXECUTE_TOOL)) {
                writer.tool(span);
            }
        }
        return writer.history();
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
