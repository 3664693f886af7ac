package tacit.pulse.reflection;

import java.util.List;
import java.util.stream.Collectors;
import tacit.api.reflect.Hypothesis;
import tacit.api.reflect.ReflectionEvidence;
import tacit.api.reflect.ReflectionSituation;

/**
 * An idea before it is a hypothesis: words around what was seen.
 *
 * @param generator that has it
 * @param title what to do, before the words of the heaviest evidence
 * @param reading what the evidence seems to mean
 * @param task what an executor is told to do
 * @param steps what to do next
 */
record Idea(String generator, String title, String reading, String task, List<String> steps) {

    private static final int MOST_QUOTED = 3;

    /** The hypothesis that stands on these pieces, the heaviest first. */
    Hypothesis about(ReflectionSituation situation, List<ReflectionEvidence> those, int number) {
        List<ReflectionEvidence> quoted = those.stream().limit(MOST_QUOTED).toList();
        String quotes = quoted.stream().map(Quote::of).collect(Collectors.joining("; "));
        String more = those.size() > quoted.size() ? ", and " + (those.size() - quoted.size()) + " more" : "";
        return new Hypothesis(
                generator + "-" + number,
                generator,
                title + ": " + Quote.title(those.get(0)),
                reading + ": " + quotes + more,
                task + "\n\nWhat was seen about " + situation.target().label() + ":\n"
                        + those.stream().map(e -> "- " + e.text()).collect(Collectors.joining("\n")),
                steps,
                Weighing.confidence(situation, those),
                those.stream().map(ReflectionEvidence::id).toList());
    }
}
