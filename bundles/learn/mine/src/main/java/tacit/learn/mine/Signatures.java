package tacit.learn.mine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.learn.FailureTemplates;
import tacit.api.learn.Finding;
import tacit.api.learn.Signature;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.learn.mine.detect.Category;
import tacit.learn.mine.reading.CallError;
import tacit.learn.mine.reading.Reading;
import tacit.learn.mine.reading.SpanTree;
import tacit.learn.mine.reading.ToolNames;
import tacit.learn.mine.reading.Turn;

/** Makes the keys of the failures of one trace. Confined to one call of the miner. */
final class Signatures {

    private final FailureTemplates templates;
    private final Map<String, Span> spans = new HashMap<>();
    private final Map<String, CallError> errorsRead = new HashMap<>();
    private final Map<String, String> stages = new HashMap<>();

    Signatures(RecordedTrace trace, Reading reading, FailureTemplates templates) {
        this.templates = templates;
        trace.spans().forEach(span -> spans.put(span.id(), span));
        reading.runs().forEach(run -> readings(run.turns()));
        List<Span> work = trace.spans().stream()
                .filter(span -> SpanTree.isModelCall(span) || SpanTree.isTool(span))
                .toList();
        for (int i = 0; i < work.size(); i++) {
            stages.put(work.get(i).id(), i == 0 ? "first" : i == work.size() - 1 ? "last" : "middle");
        }
    }

    Signature of(Finding finding) {
        Span span = finding.spanId() == null ? null : spans.get(finding.spanId());
        if (span == null) {
            return new Signature("trace", null, finding.category(), template(finding, null), "whole");
        }
        CallError error = errorsRead.get(span.id());
        Span failed = error != null && isError(finding) && !SpanTree.isTool(span) ? error.span() : span;
        return new Signature(
                failed.operation(),
                tool(failed),
                finding.category(),
                template(finding, failed.input()),
                stages.getOrDefault(span.id(), "middle"));
    }

    private void readings(List<Turn> turns) {
        CallError open = null;
        for (Turn turn : turns) {
            if (open != null) {
                errorsRead.put(turn.span().id(), open);
            }
            open = turn.error() != null ? turn.error() : turn.acting() ? null : open;
        }
    }

    private static @Nullable String tool(Span span) {
        return SpanTree.isTool(span) ? ToolNames.of(span) : span.tool().orElse(null);
    }

    private String template(Finding finding, @Nullable String input) {
        boolean words = isError(finding) || finding.category().equals(Category.FAILED_OUTCOME);
        return words ? templates.template(finding.evidence(), input) : templates.template(finding.reason(), null);
    }

    private static boolean isError(Finding finding) {
        return switch (finding.category()) {
            case Category.TOOL_ERROR,
                    Category.ERROR_SPAN,
                    Category.RATE_LIMIT,
                    Category.TIMEOUT,
                    Category.SERVICE_ERROR,
                    Category.ACCESS_DENIED,
                    Category.RESOURCE_EXHAUSTED -> true;
            default -> false;
        };
    }
}
