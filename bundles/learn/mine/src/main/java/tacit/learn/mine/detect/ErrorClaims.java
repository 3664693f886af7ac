package tacit.learn.mine.detect;

import tacit.api.learn.FailureClass;
import tacit.api.learn.Finding;
import tacit.api.learn.Severity;
import tacit.api.trace.Span;
import tacit.learn.mine.reading.CallError;
import tacit.learn.mine.reading.ErrorKind;
import tacit.learn.mine.reading.ErrorText;

/** What to say of a failed call, by what went wrong: the agent's own failures apart from those of its environment. */
final class ErrorClaims {

    private static final Claim TOOL_ERROR = new Claim(
            Category.TOOL_ERROR, Severity.MEDIUM, 0.6, "A call failed and the agent had to deal with its error");
    private static final Claim EXHAUSTED = new Claim(
            Category.RESOURCE_EXHAUSTED,
            Severity.HIGH,
            0.6,
            "A call used up the steps, tokens or memory allowed to it");
    private static final Claim RATE_LIMIT =
            new Claim(Category.RATE_LIMIT, Severity.MEDIUM, 0.9, "A service turned a call away for its rate or quota");
    private static final Claim TIMEOUT =
            new Claim(Category.TIMEOUT, Severity.MEDIUM, 0.8, "A call was not answered in time");
    private static final Claim NETWORK =
            new Claim(Category.SERVICE_ERROR, Severity.MEDIUM, 0.8, "A service could not be reached or failed itself");
    private static final Claim DENIED =
            new Claim(Category.ACCESS_DENIED, Severity.MEDIUM, 0.8, "A service refused access to a call");

    private ErrorClaims() {}

    /** Says what failed, on the span where it lies. */
    static Finding finding(CallError error, Span where) {
        boolean environment = error.kind().environment();
        return claim(error.kind())
                .finding(
                        environment ? error.span() : where,
                        ErrorText.line(error.message()),
                        environment ? FailureClass.ENVIRONMENT : FailureClass.AGENT,
                        error.code());
    }

    private static Claim claim(ErrorKind kind) {
        return switch (kind) {
            case QUOTA -> RATE_LIMIT;
            case TIMEOUT -> TIMEOUT;
            case NETWORK -> NETWORK;
            case DENIED -> DENIED;
            case EXHAUSTED -> EXHAUSTED;
            case GATED, ARGUMENT, SYNTAX, IMPORT, NAME, MISSING, OTHER -> TOOL_ERROR;
        };
    }
}
