package tacit.learn.mine.detect;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Span;

/** The text that shows a failure: never blank, never long. */
public final class Evidence {

    private static final int LONGEST = 500;

    private Evidence() {}

    /** What a span itself says: its error, else what came out, else what went in. */
    public static String of(Span span) {
        return Stream.of(span.statusMessage(), span.output(), span.input())
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .map(text -> shown(text, span))
                .orElseGet(() -> shown("", span));
    }

    static String shown(String evidence, @Nullable Span span) {
        String text = evidence.strip();
        if (text.isEmpty()) {
            return span == null ? "No text was recorded" : "Span '" + span.name() + "' recorded no text";
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
