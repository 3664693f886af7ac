package tacit.bench.clusters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.trace.Operation;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;

/** The classes of errors of one source, read off what its steps came out with. */
enum ErrorClasses {
    SQL(
            "unknown column=Unknown column",
            "unknown table=Table '.*' doesn't exist|Unknown table",
            "syntax=error in your SQL syntax",
            "unknown database=Unknown database",
            "ambiguous column=is ambiguous",
            "grouping=Invalid use of group function|GROUP BY",
            "duplicate alias=Not unique table",
            "operand=Operand should contain|Subquery returns",
            "no code=No SQL code|did not contain",
            "other=Error executing query"),
    BASH(
            "command not found=command not found",
            "no such file=No such file or directory",
            "permission=[Pp]ermission denied",
            "unfinished quote=unexpected EOF while looking",
            "syntax=syntax error",
            "invalid option=invalid option",
            "is a directory=Is a directory",
            "not a directory=Not a directory",
            "missing operand=missing (?:file )?(?:operand|argument)",
            "expression=paths must precede expression",
            "not executable=cannot execute binary",
            "file exists=File exists",
            "timeout=Command timed out",
            "no code=did not contain"),
    TAU,
    TRAIL,
    SAMPLE;

    private static final int HEAD = 400;
    private static final Pattern EXCEPTION = Pattern.compile("\\b[A-Z]\\w*(?:Error|Exception)\\b");
    private static final Pattern WRAPPER = Pattern.compile("Agent\\w+|InterpreterError");

    private record ErrorClass(String name, Pattern pattern) {}

    // Filled by the constructor alone.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<ErrorClass> classes = new ArrayList<>();

    ErrorClasses(String... rules) {
        for (String rule : rules) {
            int split = rule.indexOf('=');
            classes.add(new ErrorClass(rule.substring(0, split), Pattern.compile(rule.substring(split + 1))));
        }
    }

    /** The steps of a run that failed, in order. */
    List<FailingStep> failingSteps(RecordedTrace trace) {
        List<FailingStep> steps = new ArrayList<>();
        for (Span span : trace.spans()) {
            String text = this == TRAIL ? innermostError(trace, span) : toolResult(span);
            label(text, span)
                    .ifPresent(name -> steps.add(new FailingStep(trace.trace().id(), text, name() + " " + name)));
        }
        return steps;
    }

    private Optional<String> label(String text, Span span) {
        String head = text.length() > HEAD && this != TRAIL ? text.substring(0, HEAD) : text;
        return switch (this) {
            case SQL, BASH -> earliest(head);
            case TAU -> head.startsWith("Error") ? Optional.of(head.replaceAll("\\S*\\d\\S*", "#")) : Optional.empty();
            case TRAIL -> head.isEmpty() ? Optional.empty() : Optional.of(exception(head));
            case SAMPLE -> Optional.ofNullable(span.status() == SpanStatus.ERROR ? span.errorType() : null);
        };
    }

    /** The class whose words come first in the text; of a shell's many complaints the first one counts. */
    private Optional<String> earliest(String text) {
        String best = null;
        int place = Integer.MAX_VALUE;
        for (ErrorClass candidate : classes) {
            Matcher matcher = candidate.pattern().matcher(text);
            if (matcher.find()
                    && (best == null
                            || (matcher.start() < place && !candidate.name().equals("other")))) {
                best = candidate.name();
                place = matcher.start();
            }
        }
        return Optional.ofNullable(best);
    }

    private static String exception(String text) {
        List<String> names =
                EXCEPTION.matcher(text).results().map(result -> result.group()).toList();
        return names.stream()
                .filter(name -> !WRAPPER.matcher(name).matches())
                .findFirst()
                .orElse(names.isEmpty() ? "other" : names.get(0));
    }

    private static String toolResult(Span span) {
        boolean tool = span.operation().equals(Operation.EXECUTE_TOOL);
        String message = span.status() == SpanStatus.ERROR ? span.statusMessage() : null;
        String text = (message == null ? "" : message + "\n") + (span.output() == null ? "" : span.output());
        return tool ? text.strip() : "";
    }

    private static String innermostError(RecordedTrace trace, Span span) {
        boolean error = span.status() == SpanStatus.ERROR && span.statusMessage() != null;
        boolean explained = trace.spans().stream()
                .anyMatch(child -> span.id().equals(child.parentId()) && child.status() == SpanStatus.ERROR);
        String message = span.statusMessage();
        return error && !explained && message != null ? message.strip() : "";
    }
}
