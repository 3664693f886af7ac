package tacit.learn.mine.reading;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Span;

/** A call that failed: the span that shows it, what it said, and the class of the error where one was recorded. */
public record CallError(
        Span span, String message, ErrorKind kind, @Nullable String code) {

    public CallError {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(kind, "kind");
    }

    static CallError of(Span span, String text) {
        String message = text.isBlank() ? "The span failed without a message" : text.strip();
        return new CallError(span, message, ErrorKind.of(message), span.errorType());
    }
}
