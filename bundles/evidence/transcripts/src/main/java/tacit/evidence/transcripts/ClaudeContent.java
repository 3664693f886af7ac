package tacit.evidence.transcripts;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the text out of the contents of Claude Code messages. */
final class ClaudeContent {

    private ClaudeContent() {}

    /** Text as it is; of a list of blocks the texts, with the kind of every other block in brackets. */
    static String text(JsonNode content) {
        if (!content.isArray()) {
            String text = Json.content(content);
            return text == null ? "" : text;
        }
        StringBuilder text = new StringBuilder();
        for (JsonNode block : content) {
            text.append(text.length() == 0 ? "" : "\n");
            text.append(
                    block.path("text").isTextual()
                            ? block.path("text").textValue()
                            : "[" + block.path("type").asText("unknown") + "]");
        }
        return text.toString();
    }

    /** Whether the text is the echo of a command that the program, not the model, carried out. */
    static boolean echoed(String text) {
        return text.startsWith("<command-")
                || text.startsWith("<local-command")
                || text.startsWith("<system-reminder>");
    }
}
