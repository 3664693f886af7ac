package tacit.learn.conditions;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tacit.api.guard.CallStep;

/** Reads what became of a call from its result. */
final class Results {

    private static final Pattern FAILED =
            Pattern.compile("^(\\s*[\\[{\"]*\\s*\"?)(error|exception|failed|failure|traceback)\\b.*", Pattern.DOTALL);
    private static final Set<String> EMPTY = Set.of("[]", "{}", "[[]]", "null", "none");
    private static final int HEAD = 80;

    private Results() {}

    /** Whether the agent reports a failure, or the result begins by telling of one. */
    static boolean failed(CallStep step) {
        return step.failed() || FAILED.matcher(head(step)).matches();
    }

    /** Whether nothing was found. A tool that says nothing at all may have nothing to say. */
    static boolean empty(CallStep step) {
        return EMPTY.contains(head(step));
    }

    private static String head(CallStep step) {
        String text = step.text().strip();
        return text.substring(0, Math.min(HEAD, text.length())).toLowerCase(Locale.ROOT);
    }
}
