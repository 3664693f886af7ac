package tacit.evidence.transcripts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Reads the text out of the contents of Codex messages. */
final class CodexContent {

    private static final List<String> INJECTED = List.of(
            "<environment_context>",
            "<user_instructions>",
            "<permissions instructions>",
            "# AGENTS.md instructions",
            "<INSTRUCTIONS>",
            "<turn_aborted>",
            "<skill>");

    private CodexContent() {}

    /** The texts of a list of parts, one a line. */
    static String text(JsonNode parts) {
        StringBuilder text = new StringBuilder();
        for (JsonNode part : parts) {
            if (part.path("text").isTextual()) {
                text.append(text.length() == 0 ? "" : "\n")
                        .append(part.path("text").textValue());
            }
        }
        return text.toString();
    }

    /** Whether the program wrote it into the user's mouth. */
    static boolean injected(String text) {
        String start = text.stripLeading();
        return start.isEmpty() || INJECTED.stream().anyMatch(start::startsWith);
    }
}
