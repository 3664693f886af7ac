package tacit.learn.mine.detect;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.learn.FailureClass;
import tacit.api.learn.FailureDetector;
import tacit.api.learn.Finding;
import tacit.api.learn.Severity;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;
import tacit.learn.mine.facts.FactSheets;
import tacit.learn.mine.reading.CallError;
import tacit.learn.mine.reading.ErrorKind;
import tacit.learn.mine.reading.ErrorText;
import tacit.learn.mine.reading.SpanTree;
import tacit.learn.mine.reading.Turn;

/** Finds steps that failed by their own account: where errors lie inside each other, the innermost. */
@Component
public final class ErrorSpanDetector implements FailureDetector {

    private static final Claim FAILED_STEP = new Claim(
            Category.ERROR_SPAN, Severity.MEDIUM, 0.9, "A step ended in an error that no call in it explains");

    private final FactSheets sheets;

    @Activate
    public ErrorSpanDetector(@Reference FactSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public String name() {
        return "error_span";
    }

    @Override
    public List<Finding> detect(RecordedTrace trace) {
        SpanTree tree = sheets.of(trace).reading().tree();
        Set<String> explained = explained(tree, sheets.of(trace).reading().turns());
        return tree.spans().stream()
                .filter(span -> span.status() == SpanStatus.ERROR && !explained.contains(span.id()))
                .filter(span -> ErrorKind.of(message(span)) != ErrorKind.GATED)
                .map(span ->
                        FAILED_STEP.finding(span, ErrorText.line(message(span)), FailureClass.AGENT, span.errorType()))
                .toList();
    }

    private static Set<String> explained(SpanTree tree, List<Turn> turns) {
        Set<String> explained = new HashSet<>();
        turns.forEach(turn -> {
            CallError error = turn.error();
            if (error != null) {
                explained.add(error.span().id());
                above(tree, error.span(), explained);
            }
        });
        for (Span span : tree.spans()) {
            if (SpanTree.isTool(span)) {
                explained.add(span.id());
            }
            if (span.status() == SpanStatus.ERROR) {
                above(tree, span, explained);
            }
        }
        return explained;
    }

    private static void above(SpanTree tree, Span span, Set<String> explained) {
        Span parent = tree.parent(span);
        while (parent != null && explained.add(parent.id())) {
            parent = tree.parent(parent);
        }
    }

    private static String message(Span span) {
        return span.statusMessage() != null ? span.statusMessage() : span.errorType() == null ? "" : span.errorType();
    }
}
