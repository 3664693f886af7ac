package tacit.memory.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.AssembledContext.Block;
import tacit.api.memory.Attempt;
import tacit.api.memory.ContextExplanation;
import tacit.api.memory.ContextRequest;
import tacit.api.recall.RetryAdvice;

/**
 * What an agent that tries again is told beside what is remembered; nothing for a first attempt. It is the first to go where
 * room is short, so that it never takes more than half of it. Immutable.
 *
 * @param text as it stands in the prompt; empty for nothing
 * @param tokens of the text
 * @param told whether it stands there, and why; null where there is nothing to tell
 * @param failure why it is missing; empty where it is not
 */
record Recovery(String text, int tokens, ContextExplanation.@Nullable Line told, String failure) {

    static final String NAME = "retry_guidance";

    private static final String KIND = "recovery";
    private static final Set<String> LAST = Set.of("personality", "channel");
    private static final int CHARACTERS = 4;
    private static final Recovery NOTHING = new Recovery("", 0, null, "");

    static Recovery of(Questions questions, @Nullable RetryAdvice advice, ContextRequest request, int budget) {
        Attempt attempt = request.attempt();
        if (attempt == null) {
            return NOTHING;
        }
        if (advice == null) {
            return new Recovery("", 0, null, "It is not there");
        }
        Answer<String> answer =
                questions.ask(NAME, () -> advice.advice(request, attempt)).join();
        String text = answer.given().orElse("");
        int tokens = (text.length() + CHARACTERS - 1) / CHARACTERS;
        if (text.isEmpty()) {
            return new Recovery("", 0, null, answer.given().isEmpty() ? answer.reason() : "");
        }
        return tokens <= budget / 2
                ? new Recovery(text, tokens, line(true, tokens, "It is another attempt"), "")
                : new Recovery("", 0, line(false, tokens, "It would take more than half of the budget"), "");
    }

    private static ContextExplanation.Line line(boolean kept, int tokens, String why) {
        return new ContextExplanation.Line("", NAME, "none", kept, tokens, 0, new TreeMap<>(), why);
    }

    /** The context with it behind all that is known; what says how to answer stays last. */
    AssembledContext behind(AssembledContext context) {
        ContextExplanation explanation = explained(context.explanation());
        List<Block> blocks = new ArrayList<>(context.blocks());
        if (!text.isEmpty()) {
            blocks.add(place(blocks), new Block(KIND, text, tokens, List.of()));
        }
        return new AssembledContext(
                text.isEmpty() ? context.text() : joined(context, blocks),
                context.tokens() + tokens,
                blocks,
                context.fragments(),
                context.attribution(),
                explanation);
    }

    private static int place(List<Block> blocks) {
        int place = blocks.size();
        while (place > 0 && LAST.contains(blocks.get(place - 1).kind())) {
            place--;
        }
        return place;
    }

    private String joined(AssembledContext context, List<Block> blocks) {
        if (!blocks.get(blocks.size() - 1).kind().equals(KIND)) {
            return blocks.stream().map(Block::text).collect(Collectors.joining("\n\n"));
        }
        return context.text().isEmpty() ? text : context.text() + "\n\n" + text;
    }

    private ContextExplanation explained(ContextExplanation explanation) {
        SortedMap<String, Integer> budgets = new TreeMap<>(explanation.budgets());
        if (!text.isEmpty()) {
            budgets.put(KIND, tokens);
        }
        List<ContextExplanation.Line> lines = new ArrayList<>(explanation.lines());
        if (told != null) {
            lines.add(told);
        }
        List<ContextExplanation.Failure> failures = new ArrayList<>(explanation.failures());
        if (!failure.isEmpty()) {
            failures.add(new ContextExplanation.Failure(NAME, failure));
        }
        return new ContextExplanation(lines, budgets, failures);
    }
}
