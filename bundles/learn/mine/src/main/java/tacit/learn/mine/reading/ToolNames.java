package tacit.learn.mine.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.trace.Span;

/** Knows tools by name: which an agent was offered, which a text speaks of, and which hand over the answer. */
public final class ToolNames {

    private static final String DEFINITIONS = "gen_ai.tool.definitions";
    private static final Pattern LISTED = Pattern.compile("(?m)^\\s*[-*] ([a-z_]\\w{2,40}): ");
    private static final Pattern DEFINED = Pattern.compile("\\bname\"?\\s*[:=]\\s*\"?([\\w.-]{2,64})");
    private static final Pattern WORD = Pattern.compile("\\b[A-Za-z_]\\w{2,63}\\b");
    private static final Pattern CALLED = Pattern.compile("\\b([A-Za-z_]\\w{2,63})\\s*\\(");
    private static final Pattern ANSWER = Pattern.compile(
            "(?:final|submit|finish|answer|respond|done|complete|attempt_completion)(?:_.*)?",
            Pattern.CASE_INSENSITIVE);

    private ToolNames() {}

    /** The tools that an agent was offered: by definition, by a list in its instructions, else those it called. */
    static Set<String> offered(List<Turn> turns) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> instructions = new LinkedHashSet<>();
        for (Turn turn : turns) {
            turn.span().text(DEFINITIONS).ifPresent(text -> addAll(DEFINED, text, names));
            instructions.add(turn.instructions());
        }
        instructions.forEach(text -> addAll(LISTED, text, names));
        if (names.isEmpty()) {
            turns.forEach(turn -> names.addAll(requested(turn)));
        }
        return names;
    }

    /** The tools that a turn called by the record: of its spans and of the model's own request. */
    public static Set<String> requested(Turn turn) {
        Set<String> names = new LinkedHashSet<>();
        turn.reply().calls().forEach(call -> names.add(call.name()));
        turn.acts().forEach(act -> names.add(of(act)));
        return names;
    }

    /** Those of {@code tools} that a program calls. */
    public static Set<String> calledIn(String code, Set<String> tools) {
        Set<String> names = new LinkedHashSet<>();
        addAll(CALLED, code, names);
        names.retainAll(tools);
        return names;
    }

    /** Those of {@code tools} that a text speaks of. */
    public static Set<String> namedIn(String text, Set<String> tools) {
        Set<String> names = new LinkedHashSet<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            names.add(words.group());
        }
        names.retainAll(tools);
        return names;
    }

    /** Whether a tool hands over the answer instead of finding something out. */
    public static boolean isAnswer(String tool) {
        return ANSWER.matcher(tool).matches();
    }

    /** The name of the tool of a span, or else the name of the span. */
    public static String of(Span span) {
        return span.tool().orElse(span.name());
    }

    private static void addAll(Pattern pattern, String text, Set<String> names) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
    }
}
