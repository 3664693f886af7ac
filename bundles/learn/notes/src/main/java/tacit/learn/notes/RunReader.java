package tacit.learn.notes;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.guard.ToolRole;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;
import tacit.learn.conditions.ToolRoles;

/**
 * Reads what a run met before its last act: instructions, messages, retrieved documents and the results of tools that only
 * read; what a changing tool answers is what the run did. Context that Tacit injected is left out. Confined to one run.
 */
public final class RunReader {

    private static final int MOST_FACTS = 500;
    private static final int LONGEST_ANSWER = 10_000;
    private static final String INSTRUCTIONS = "gen_ai.system_instructions";

    private final Map<Fact, Seen> facts = new HashMap<>();
    private int acts;
    private String answer = "";
    private String rootAnswer = "";

    private RunReader() {}

    /**
     * Reads a run.
     *
     * @param arm as {@link FactRun#arm}
     */
    public static FactRun read(RecordedTrace run, String taskKey, String arm, boolean failed) {
        RunReader reader = new RunReader();
        run.spans().stream().filter(span -> !injected(span)).forEach(reader::read);
        return new FactRun(run.trace().id(), taskKey, arm, failed, reader.acts, reader.facts, reader.answered());
    }

    private static boolean injected(Span span) {
        return Boolean.TRUE.equals(span.attributes().get(Attribute.INJECTED));
    }

    private void read(Span span) {
        span.text(INSTRUCTIONS).ifPresent(text -> see(List.of(text), Seen.Source.SYSTEM));
        switch (span.operation()) {
            case Operation.CHAT, Operation.TEXT_COMPLETION, Operation.GENERATE_CONTENT -> model(span);
            case Operation.EXECUTE_TOOL -> tool(span);
            case Operation.RETRIEVAL -> see(texts(span.output()), Seen.Source.RETRIEVAL);
            default -> root(span);
        }
    }

    private void root(Span span) {
        if (span.parentId() == null) {
            see(Messages.of(span.input(), "system", false), Seen.Source.SYSTEM);
            see(Messages.of(span.input(), "user", true), Seen.Source.USER);
            rootAnswer = String.join("\n", Messages.of(span.output(), "assistant", true));
        }
    }

    private void model(Span span) {
        see(Messages.of(span.input(), "system", false), Seen.Source.SYSTEM);
        see(Messages.of(span.input(), "user", true), Seen.Source.USER);
        acts++;
        answer = String.join("\n", Messages.of(span.output(), "assistant", true));
    }

    /** What the last call answered came too late to be used, and may be the answer itself. */
    private void tool(Span span) {
        acts++;
        answer = span.output() == null ? "" : span.output();
        if (reads(span)) {
            see(texts(span.output()), Seen.Source.TOOL);
        }
    }

    /** By the name of the tool, or of the command that it is given. */
    private static boolean reads(Span span) {
        String input = span.input() == null ? "" : span.input().strip();
        boolean command = !input.startsWith("{") && !input.startsWith("[");
        return ToolRoles.byName(span.tool().orElse(span.name())) == ToolRole.READ
                || (command && ToolRoles.byName(input) == ToolRole.READ);
    }

    private static List<String> texts(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }

    private void see(List<String> texts, Seen.Source source) {
        for (String text : texts) {
            for (Fact fact : FactReader.facts(text, source != Seen.Source.USER)) {
                if (facts.size() < MOST_FACTS) {
                    facts.putIfAbsent(fact, new Seen(source, acts));
                }
            }
        }
    }

    private Set<Fact> answered() {
        String said = (rootAnswer + "\n" + answer).toLowerCase(Locale.ROOT);
        String bounded = said.length() <= LONGEST_ANSWER ? said : said.substring(0, LONGEST_ANSWER);
        Set<Fact> answered = new HashSet<>();
        facts.keySet().stream()
                .filter(fact -> bounded.contains(fact.text().toLowerCase(Locale.ROOT)))
                .forEach(answered::add);
        return answered;
    }
}
