package tacit.evidence.transcripts;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a tool answered in a Codex rollout.
 *
 * @param text what it printed
 * @param exit how its process ended; empty when that is not recorded
 * @param failed whether the rollout says that it failed
 */
record CodexResult(String text, Optional<Long> exit, boolean failed) {

    private static final Pattern EXIT = Pattern.compile("(?m)^(?:Exit code:|Process exited with code) (-?\\d{1,9})$");
    private static final int HEAD = 400;

    /** Reads text, text that is JSON with output and exit code, or an object with content and success. */
    static CodexResult of(JsonNode output) {
        if (output.isObject()) {
            return ofObject(output);
        }
        String text = output.isArray() ? CodexContent.text(output) : output.asText("");
        if (text.startsWith("{\"output\"")) {
            JsonNode packed = unpacked(text);
            if (packed != null) {
                return ofObject(packed);
            }
        }
        Matcher exit = EXIT.matcher(text.substring(0, Math.min(HEAD, text.length())));
        return new CodexResult(text, exit.find() ? Optional.of(Long.valueOf(exit.group(1))) : Optional.empty(), false);
    }

    @Nullable
    String errorType() {
        if (exit.isPresent() && exit.get() != 0) {
            return "nonzero_exit";
        }
        return failed ? "tool_error" : null;
    }

    private static CodexResult ofObject(JsonNode object) {
        JsonNode text = object.has("output") ? object.path("output") : object.path("content");
        JsonNode code = object.path("metadata").path("exit_code");
        boolean failed =
                object.path("success").isBoolean() && !object.path("success").booleanValue();
        String content = Json.content(text);
        return new CodexResult(
                content == null ? "" : content,
                code.canConvertToLong() && code.isIntegralNumber() ? Optional.of(code.longValue()) : Optional.empty(),
                failed);
    }

    private static @Nullable JsonNode unpacked(String text) {
        try {
            return Json.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (BadLineException notPacked) {
            return null;
        }
    }
}
