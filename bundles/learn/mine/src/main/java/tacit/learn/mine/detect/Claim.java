package tacit.learn.mine.detect;

import org.jspecify.annotations.Nullable;
import tacit.api.learn.FailureClass;
import tacit.api.learn.Finding;
import tacit.api.learn.Severity;
import tacit.api.trace.Span;

/** Something that a detector says whenever it sees it: the kind of failure, how sure it is, and why. */
record Claim(String category, Severity severity, double confidence, String reason) {

    Finding on(Span span, String evidence) {
        return finding(span, evidence, FailureClass.AGENT, null);
    }

    Finding finding(@Nullable Span span, String evidence, FailureClass failureClass, @Nullable String code) {
        return new Finding(
                span == null ? null : span.id(),
                category,
                failureClass,
                severity,
                confidence,
                reason,
                Evidence.shown(evidence, span),
                code);
    }
}
