package tacit.learn.mine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.FailureTemplates;
import tacit.api.learn.Finding;
import tacit.api.learn.Signature;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.Trace;
import tacit.learn.mine.reading.Reading;
import tacit.learn.mine.reading.SpanTree;

/** Turns the findings of one trace into records with stable ids and what each failure cost. */
final class FailureRecords {

    private static final int DEEPEST = 100;

    private final RecordedTrace trace;
    private final SpanTree tree;
    private final Signatures signatures;

    FailureRecords(RecordedTrace trace, Reading reading, FailureTemplates templates) {
        this.trace = trace;
        this.tree = reading.tree();
        this.signatures = new Signatures(trace, reading, templates);
    }

    FailureRecord of(Sighting sighting) {
        Finding finding = sighting.finding();
        Signature signature = signatures.of(finding);
        Span span =
                finding.spanId() == null ? null : trace.span(finding.spanId()).orElse(null);
        Trace run = trace.trace();
        return new FailureRecord(
                id(finding, signature),
                run.id(),
                run.taskKey(),
                sighting.detector(),
                finding,
                signature,
                span == null ? trace.tokens() : tokens(span, 0),
                span == null ? run.duration() : span.duration(),
                occurredAt(span));
    }

    private String id(Finding finding, Signature signature) {
        String span = finding.spanId() == null ? "" : finding.spanId();
        String key = String.join(
                "\u0000",
                List.of(
                        trace.trace().id(),
                        span,
                        finding.category(),
                        signature.operation(),
                        signature.tool() == null ? "" : signature.tool(),
                        signature.template(),
                        signature.stage()));
        return Fingerprint.sha256(key).substring(0, 32);
    }

    private long tokens(Span span, int depth) {
        if (span.tokens() > 0 || depth > DEEPEST) {
            return span.tokens();
        }
        return tree.children(span).stream()
                .mapToLong(child -> tokens(child, depth + 1))
                .sum();
    }

    private @Nullable Instant occurredAt(@Nullable Span span) {
        return span != null && span.startedAt() != null
                ? span.startedAt()
                : trace.trace().startedAt();
    }
}
