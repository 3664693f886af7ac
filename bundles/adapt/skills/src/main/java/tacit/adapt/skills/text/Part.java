package tacit.adapt.skills.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tacit.api.store.TextRuns;

/**
 * One piece of what a skill says. Immutable.
 *
 * @param kind where it stands
 * @param text its words
 * @param quoted whether they are shown as data, as those of a tool or a page are
 * @param runs the runs that they come from; none for words that somebody wrote
 */
public record Part(Kind kind, String text, boolean quoted, List<String> runs) {

    /** Where a piece stands. */
    public enum Kind {
        NAME,
        DESCRIPTION,
        PROBLEM,
        RISK,
        EVIDENCE,
        TOOL,
        STEP,
        LESSON,
        PITFALL,
        EXAMPLE,
        BODY
    }

    public Part {
        runs = List.copyOf(runs);
    }

    /** Words that somebody wrote. */
    public static Part written(Kind kind, String text, List<String> runs) {
        return new Part(kind, text, false, runs);
    }

    /** What is left without the words of these runs and without these texts; empty when nothing is. */
    Optional<Part> without(Collection<String> traceIds, TextRuns texts) {
        List<String> left = runs.stream().filter(run -> !traceIds.contains(run)).toList();
        if (left.isEmpty() && !runs.isEmpty()) {
            return Optional.empty();
        }
        if (!texts.isIn(text)) {
            return Optional.of(new Part(kind, text, quoted, left));
        }
        String rest = kind == Kind.BODY ? lines(texts) : "";
        return rest.isBlank() ? Optional.empty() : Optional.of(new Part(kind, rest, quoted, left));
    }

    /** The lines of a text that somebody wrote in which none of the texts stands; none when one runs over several lines. */
    private String lines(TextRuns texts) {
        String rest = String.join(
                "\n",
                Arrays.stream(text.split("\n", -1))
                        .filter(line -> !texts.isIn(line))
                        .toList());
        return texts.isIn(rest) ? "" : rest;
    }

    ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("kind", kind.name());
        node.put("text", text);
        node.put("quoted", quoted);
        Json.put(node, "runs", runs);
        return node;
    }

    static Part read(JsonNode node) {
        return new Part(
                Kind.valueOf(Json.string(node, "kind")),
                Json.string(node, "text"),
                node.path("quoted").asBoolean(),
                Json.strings(node, "runs"));
    }
}
