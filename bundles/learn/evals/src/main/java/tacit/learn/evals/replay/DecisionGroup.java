package tacit.learn.evals.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tacit.api.harness.Situation;

/**
 * What keeps recorded decisions on one side that belong together. A decision names no workspace, run or task, so its question has to
 * tell: what a run began with, where a history stands in it; else the run or session that it names; else the profile or user that it
 * names and the day; else its words. Immutable.
 *
 * @param near the same for questions that differ in times and ids only
 * @param whole the same for all decisions of a run, or of a profile's day
 */
record DecisionGroup(String near, String whole) {

    private static final List<String> RUNS = List.of("traceId", "runId", "taskKey", "taskId", "sessionId");
    private static final List<String> PEOPLE = List.of("profileId", "userId");

    /** Times, and names that a program made: words of letters and digits, and long numbers. Short numbers are what many roles decide by. */
    private static final Pattern MADE_UP = Pattern.compile("\\d{4}-\\d\\d-\\d\\dt[\\d:.]{1,30}z?"
            + "|\\b(?=[\\p{L}\\d-]{0,64}\\d)(?=[\\p{L}\\d-]{0,64}\\p{L})[\\p{L}\\d-]{4,64}\\b|\\b\\d{5,64}\\b");

    private static final Pattern BLANK = Pattern.compile("\\s+");

    static DecisionGroup of(Situation asked) {
        String near = key(asked, "near", masked(asked.inputs()), masked(Json.calls(asked.inner())));
        JsonNode inputs = read(asked.inputs());
        String whole = opening(inputs)
                .map(began -> key(asked, "run", masked(began)))
                .or(() -> named(inputs, RUNS).map(run -> key(asked, "run", run)))
                .or(() -> named(inputs, PEOPLE).map(who -> key(asked, "day", who, day(asked))))
                .orElse(near);
        return new DecisionGroup(near, whole);
    }

    private static JsonNode read(String inputs) {
        try {
            return Json.read(inputs);
        } catch (IllegalArgumentException noJson) {
            return MissingNode.getInstance();
        }
    }

    private static String key(Situation asked, String kind, String... parts) {
        String method = kind.equals("near") ? asked.method() : "";
        return "decisions "
                + CaseKeys.sha256(Json.list(
                        Stream.concat(Stream.of(kind, method), Stream.of(parts)).toList()));
    }

    private static String day(Situation asked) {
        return LocalDate.ofInstant(asked.clock(), ZoneOffset.UTC).toString();
    }

    /** What users said before the first call, and that call: all later questions about a run begin so, too. */
    private static Optional<String> opening(JsonNode inputs) {
        for (JsonNode input : inputs) {
            JsonNode steps = input.path("history").path("steps");
            if (steps.isArray() && input.path("call").isObject()) {
                return Optional.of(opening(steps, input.path("call")));
            }
        }
        return Optional.empty();
    }

    private static String opening(JsonNode steps, JsonNode asked) {
        StringBuilder said = new StringBuilder();
        JsonNode first = asked;
        for (JsonNode step : steps) {
            if (step.path("call").isObject()) {
                first = step.path("call");
                break;
            }
            said.append(
                    step.path("speaker").asText().equals("USER")
                            ? step.path("text").asText() + "\n"
                            : "");
        }
        return said.append(first.path("tool").asText())
                .append('\n')
                .append(first.path("arguments"))
                .toString();
    }

    /** The first text that stands in a member of the first of these names that occurs anywhere. */
    private static Optional<String> named(JsonNode node, List<String> names) {
        return names.stream().flatMap(name -> named(node, name).stream()).findFirst();
    }

    private static Optional<String> named(JsonNode node, String name) {
        JsonNode own = node.path(name);
        if (own.isTextual() && !own.textValue().isBlank()) {
            return Optional.of(own.textValue());
        }
        for (Iterator<JsonNode> parts = node.elements(); parts.hasNext(); ) {
            Optional<String> found = named(parts.next(), name);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String masked(String text) {
        String words = BLANK.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return MADE_UP.matcher(words).replaceAll("#");
    }
}
