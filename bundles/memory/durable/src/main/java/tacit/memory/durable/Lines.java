package tacit.memory.durable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tacit.api.memory.TrustLane;
import tacit.api.recall.SessionMessage;
import tacit.api.recall.SessionMessage.Block;
import tacit.api.recall.SessionMessage.BlockKind;

/**
 * Makes lines of messages. What a memory put into the prompt is no part of them, nor are questions to this memory and what it
 * answered: it would find its own answers.
 *
 * @param lines what was said
 * @param skipped how many messages hold nothing else
 * @param summaries earlier summaries that stood among the messages
 */
record Lines(List<Line> lines, int skipped, List<String> summaries) {

    private static final Set<String> OWN = Set.of("context_grep", "context_describe");
    private static final Pattern ECHO = Pattern.compile("\\\\*\"source\\\\*\"\\s*:\\s*\\\\*\"durable_context\\\\*\"");

    Lines {
        lines = List.copyOf(lines);
        summaries = List.copyOf(summaries);
    }

    static Lines of(List<SessionMessage> messages) {
        Map<String, String> tools = tools(messages);
        List<Line> lines = new ArrayList<>();
        List<String> summaries = new ArrayList<>();
        for (SessionMessage message : messages) {
            StringBuilder text = new StringBuilder();
            boolean said = false;
            for (Block block : message.blocks()) {
                if (block.kind() == BlockKind.TEXT) {
                    summaries.addAll(Wrappers.summaries(block.text()));
                }
                String words = Wrappers.line(words(block, tools));
                said |= block.kind() == BlockKind.TEXT && !words.isEmpty();
                text.append(text.length() == 0 || words.isEmpty() ? "" : " ").append(words);
            }
            if (text.length() > 0) {
                lines.add(Line.of(
                        message.role(),
                        text.toString(),
                        message.role().equals("tool") || !said,
                        lane(message),
                        message.at()));
            }
        }
        return new Lines(lines, messages.size() - lines.size(), summaries);
    }

    private static Map<String, String> tools(List<SessionMessage> messages) {
        Map<String, String> tools = new HashMap<>();
        for (SessionMessage message : messages) {
            for (Block block : message.blocks()) {
                if (block.kind() == BlockKind.TOOL_CALL && !block.id().isEmpty()) {
                    tools.put(block.id(), block.name());
                }
            }
        }
        return tools;
    }

    private static String words(Block block, Map<String, String> tools) {
        String tool = block.name().isEmpty() ? tools.getOrDefault(block.id(), "") : block.name();
        return switch (block.kind()) {
            case TEXT -> Wrappers.without(block.text());
            case TOOL_CALL -> OWN.contains(tool) ? "" : "[tool " + tool + "] " + block.text();
            case TOOL_RESULT ->
                OWN.contains(tool) || ECHO.matcher(block.text()).find() ? "" : "[result " + tool + "] " + block.text();
            case IMAGE -> "[image]";
        };
    }

    private static TrustLane lane(SessionMessage message) {
        if (message.foreign()) {
            return TrustLane.FOREIGN;
        }
        return message.role().equals("user") ? TrustLane.STATEMENT : TrustLane.INFERENCE;
    }
}
