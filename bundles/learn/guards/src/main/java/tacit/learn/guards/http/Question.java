package tacit.learn.guards.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tacit.api.guard.CallHistory;
import tacit.api.guard.CallStep;
import tacit.api.guard.CallStep.Speaker;
import tacit.api.guard.GuardQuestion;
import tacit.api.guard.ToolCall;
import tacit.api.guard.ToolRole;
import tacit.api.http.HttpProblem;

/** Reads the question of a body. Thread-safe. */
final class Question {

    /** Longer histories are refused: an agent sends what matters of late. */
    static final int MOST_STEPS = 2_000;

    private static final Set<String> CALL = Set.of("tool", "arguments", "role");
    private static final Set<String> WHOLE =
            Set.of("tool", "arguments", "role", "history", "profileId", "userId", "sessionId");
    private static final int MAX_ID = 400;
    private static final Set<String> STEP = Set.of("speaker", "text", "tool", "arguments", "role", "failed");

    private final ObjectMapper mapper = new ObjectMapper();

    /**
     * What is asked, and who asks. Immutable.
     *
     * @param question about the call
     * @param profileId null when nothing was said
     * @param userId null when nothing was said
     * @param sessionId null when nothing was said
     */
    record Asked(
            GuardQuestion question,
            @Nullable String profileId,
            @Nullable String userId,
            @Nullable String sessionId) {}

    Asked read(byte[] body) {
        JsonNode whole;
        try {
            whole = mapper.readTree(body);
        } catch (IOException e) {
            throw new HttpProblem(400, "The body must be JSON");
        }
        known("The body", whole, WHOLE);
        JsonNode history = whole.path("history");
        if (!history.isMissingNode() && !history.isArray()) {
            throw new HttpProblem(400, "history must be a list");
        }
        if (history.size() > MOST_STEPS) {
            throw new HttpProblem(400, "history must have at most " + MOST_STEPS + " steps, got " + history.size());
        }
        List<CallStep> steps = new ArrayList<>();
        for (JsonNode step : history) {
            steps.add(step("history[" + steps.size() + "]", step));
        }
        return new Asked(
                new GuardQuestion(call("The body", whole), new CallHistory(steps)),
                id(whole, "profileId"),
                id(whole, "userId"),
                id(whole, "sessionId"));
    }

    private static @Nullable String id(JsonNode whole, String name) {
        JsonNode id = whole.path(name);
        if (id.isMissingNode() || id.isNull()) {
            return null;
        }
        String text = text(name, id);
        if (text.isBlank() || text.length() > MAX_ID) {
            throw new HttpProblem(400, name + " must have 1 to " + MAX_ID + " characters");
        }
        return text;
    }

    private CallStep step(String place, JsonNode step) {
        known(place, step, STEP);
        Speaker speaker = named(place + ".speaker", Speaker.class, text(place + ".speaker", step.path("speaker")));
        String said = step.has("text") ? text(place + ".text", step.path("text")) : "";
        if (speaker != Speaker.TOOL) {
            if (CALL.stream().anyMatch(step::has)) {
                throw new HttpProblem(400, place + " must name a tool for the speaker tool alone");
            }
            return new CallStep(speaker, said, null, false);
        }
        return new CallStep(
                speaker, said, call(place, step), step.path("failed").asBoolean(false));
    }

    private ToolCall call(String place, JsonNode node) {
        String tool = text(place + ": tool", node.path("tool"));
        if (tool.isBlank()) {
            throw new HttpProblem(400, place + ": tool must not be blank");
        }
        JsonNode arguments = node.path("arguments");
        if (!arguments.isMissingNode() && !arguments.isObject()) {
            throw new HttpProblem(400, place + ": arguments must be an object");
        }
        ToolRole role = node.has("role") && !node.path("role").isNull()
                ? named(place + ": role", ToolRole.class, text(place + ": role", node.path("role")))
                : null;
        return new ToolCall(tool, arguments.isObject() ? plain(arguments) : Map.of(), role);
    }

    private Map<String, @Nullable Object> plain(JsonNode arguments) {
        return mapper.convertValue(arguments, new TypeReference<Map<String, @Nullable Object>>() {});
    }

    private static void known(String place, JsonNode node, Set<String> names) {
        if (!node.isObject()) {
            throw new HttpProblem(400, place + " must be an object");
        }
        for (Iterator<String> given = node.fieldNames(); given.hasNext(); ) {
            String name = given.next();
            if (!names.contains(name)) {
                throw new HttpProblem(
                        400, place + " knows " + String.join(", ", new TreeSet<>(names)) + ", got '" + name + "'");
            }
        }
    }

    private static String text(String place, JsonNode node) {
        if (!node.isTextual()) {
            throw new HttpProblem(400, place + " must be a text");
        }
        return node.asText();
    }

    private static <E extends Enum<E>> E named(String place, Class<E> type, String word) {
        TreeSet<String> known = new TreeSet<>();
        for (E value : type.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(word)) {
                return value;
            }
            known.add(value.name().toLowerCase(Locale.ROOT));
        }
        throw new HttpProblem(400, place + " must be one of " + String.join(", ", known) + ", got '" + word + "'");
    }
}
