package tacit.learn.mine.reading;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the error message in a result that is not flagged as an error. */
public final class ErrorText {

    private static final int HEAD = 400;
    private static final int LONGEST = 300;
    private static final Pattern START = Pattern.compile(
            "^(?:\\s*\\{\\s*\"(?:error|err|exception|failure)\"\\s*:|[\\s>*]*(?:error\\b|exception\\b|failure\\s*[:=]|fatal:"
                    + "|traceback \\(most recent|failed to\\b|unable to\\b|[\\w.$]*(?:Error|Exception)\\b\\s*[:(]"
                    + "|ERROR \\d+|\\d{3,5} \\([0-9A-Z]{5}\\)|HTTP(?:/\\d\\S*)? [45]\\d\\d\\b))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHELL = Pattern.compile("(?m)^\\S{1,60}: (?:.{0,120}: )?(?:command not found"
            + "|No such file or directory|Permission denied|(?:syntax error|(?:invalid|missing|unexpected) \\w+)\\b.{0,60}"
            + "|Is a directory|Not a directory|(?:cannot|failed to) \\w+\\b.{0,120})"
            + "|^.{1,300}: line \\d+: (?:syntax error|unexpected \\w+)\\b.{0,60}|^\\w+ timed out\\b");
    private static final Pattern STATUS =
            Pattern.compile("(?i)\\b(?:error|status)\\b.{0,20}\\b[45]\\d\\d\\b|\\b[45]\\d\\d\\b.{0,12}\\berror\\b");
    private static final Pattern CAUSE = Pattern.compile("(?m)^[\\w.$]*(?:Error|Exception)\\b.*$");

    private ErrorText() {}

    /** The line that says what went wrong, when the result is an error message; empty when it is a result. */
    public static Optional<String> in(String result) {
        String head = result.length() > HEAD ? result.substring(0, HEAD) : result;
        if (START.matcher(head).find()) {
            return Optional.of(line(result));
        }
        Matcher shell = SHELL.matcher(head);
        if (shell.find()) {
            return Optional.of(bounded(shell.group()));
        }
        Matcher status = STATUS.matcher(firstLine(head));
        return status.find() ? Optional.of(bounded(firstLine(head))) : Optional.empty();
    }

    /** The line of a longer error message that names the cause: of a stack trace the last one that does. */
    public static String line(String message) {
        String stripped = message.strip();
        if (!stripped.regionMatches(true, 0, "traceback", 0, 9)) {
            return bounded(firstLine(stripped));
        }
        String cause = firstLine(stripped);
        Matcher causes = CAUSE.matcher(stripped);
        while (causes.find()) {
            cause = causes.group();
        }
        return bounded(cause);
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("").strip();
    }

    private static String bounded(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
