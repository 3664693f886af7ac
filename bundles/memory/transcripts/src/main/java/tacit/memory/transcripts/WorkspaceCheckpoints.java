package tacit.memory.transcripts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.TrustLane;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.recall.Checkpoint;
import tacit.api.recall.Checkpoint.Kind;
import tacit.api.recall.Checkpoint.Origin;
import tacit.api.recall.SessionMessage;
import tacit.api.recall.SessionMessage.Block;
import tacit.api.recall.SessionMessage.BlockKind;
import tacit.api.recall.SessionState;
import tacit.api.recall.SessionState.Resume;

/**
 * Reads the checkpoints that lie in a workspace's folder. Whoever can write there can write what they say, so all of it is
 * foreign text. Stateless.
 */
final class WorkspaceCheckpoints {

    private static final String FOLDER = ".cowork/memory/transcripts/checkpoints";
    private static final Map<String, BlockKind> BLOCKS = Map.of(
            "text", BlockKind.TEXT,
            "tool_use", BlockKind.TOOL_CALL,
            "tool_result", BlockKind.TOOL_RESULT,
            "image", BlockKind.IMAGE);

    private final WorkspaceFiles files;

    WorkspaceCheckpoints(WorkspaceFiles files) {
        this.files = files;
    }

    List<Passage> passages(String workspaceId, @Nullable String taskId) {
        List<Passage> passages = new ArrayList<>();
        for (WorkspaceFiles.Entry file : newest(workspaceId, taskId)) {
            read(workspaceId, file).ifPresent(checkpoint -> passages.add(passage(file, checkpoint)));
        }
        return passages;
    }

    /** The state of a run as the file says. */
    Optional<Checkpoint> checkpoint(String workspaceId, String taskId) {
        return newest(workspaceId, taskId).stream().findFirst().flatMap(file -> read(workspaceId, file)
                .map(json -> checkpoint(file, taskId, json)));
    }

    private List<WorkspaceFiles.Entry> newest(String workspaceId, @Nullable String taskId) {
        return WorkspaceTranscripts.newest(files, workspaceId, FOLDER, ".json", taskId);
    }

    private Optional<JsonNode> read(String workspaceId, WorkspaceFiles.Entry file) {
        return files.read(workspaceId, file.path(), WorkspaceTranscripts.MOST_BYTES)
                .map(read -> WorkspaceTranscripts.json(read.text()))
                .filter(JsonNode::isObject);
    }

    private static Passage passage(WorkspaceFiles.Entry file, JsonNode checkpoint) {
        SortedMap<String, String> attributes = new TreeMap<>();
        attributes.put("path", file.path());
        attributes.put(CheckpointText.KIND, checkpoint.path("checkpointKind").asText("snapshot"));
        StringBuilder text = new StringBuilder();
        for (String part : List.of(
                "explicitChatSummaryBlock",
                "structuredSummary",
                "planSummary",
                "trackerState",
                "conversationHistory")) {
            words(checkpoint.path(part), text);
        }
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        return new Passage(
                file.path(),
                Passage.CHECKPOINT,
                Passage.CHECKPOINT,
                name.substring(0, name.length() - ".json".length()),
                at(file, checkpoint),
                text.toString().strip(),
                TrustLane.FOREIGN,
                0,
                attributes);
    }

    private static Instant at(WorkspaceFiles.Entry file, JsonNode checkpoint) {
        return WorkspaceTranscripts.time(checkpoint.path("timestamp")).orElse(file.modifiedAt());
    }

    // Values alone: a query never means the names of fields
    private static void words(JsonNode node, StringBuilder text) {
        if (node.isTextual()) {
            text.append(node.textValue()).append('\n');
        }
        node.forEach(child -> words(child, text));
    }

    private static Checkpoint checkpoint(WorkspaceFiles.Entry file, String taskId, JsonNode json) {
        List<SessionMessage> history = new ArrayList<>();
        json.path("conversationHistory").forEach(message -> history.add(message(message)));
        SessionState state = new SessionState(
                history,
                ValuesText.read(object(json.path("trackerState"))),
                json.path("planSummary").asText(),
                json.path("explicitChatSummaryBlock").asText(),
                "",
                ValuesText.read(object(json.path("usageTotals"))),
                choice(Resume.class, json.path("resumeStrategy").asText(), Resume.CHECKPOINT),
                json.hasNonNull("sourceEventId") ? json.get("sourceEventId").asText() : null,
                WorkspaceTranscripts.time(json.path("sourceTimestamp")).orElse(null));
        Kind kind = choice(Kind.class, json.path("checkpointKind").asText(), Kind.SNAPSHOT);
        return structured(
                CheckpointText.of(
                        taskId,
                        kind,
                        Origin.WORKSPACE_FILE,
                        null,
                        at(file, json),
                        state,
                        json.path("dedupeHash").asText()),
                json.path("structuredSummary"));
    }

    // The points that the file names, where it does
    private static Checkpoint structured(Checkpoint read, JsonNode summary) {
        Checkpoint.Structured structured = new Checkpoint.Structured(
                summary.path("source").asText("snapshot"),
                summary.path("rawText").asText(),
                texts(summary.path("decisions")),
                texts(summary.path("openLoops")),
                texts(summary.path("nextActions")),
                texts(summary.path("keyFindings")));
        return !summary.isObject()
                ? read
                : new Checkpoint(
                        read.taskId(),
                        read.kind(),
                        read.origin(),
                        read.memoryId(),
                        read.at(),
                        read.state(),
                        read.exchanges(),
                        structured,
                        read.evidence(),
                        read.digest());
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .toList();
    }

    private static String object(JsonNode node) {
        return node.isObject() ? node.toString() : "";
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String word, E usual) {
        for (E known : type.getEnumConstants()) {
            if (known.name().equals(word.toUpperCase(Locale.ROOT))) {
                return known;
            }
        }
        return usual;
    }

    private static SessionMessage message(JsonNode message) {
        List<Block> blocks = new ArrayList<>();
        JsonNode content = message.path("content");
        if (content.isArray()) {
            content.forEach(block -> blocks.add(block(block)));
        } else {
            blocks.add(new Block(BlockKind.TEXT, "", "", content.isTextual() ? content.textValue() : ""));
        }
        return new SessionMessage(
                message.path("role").asText("user"),
                blocks,
                WorkspaceTranscripts.time(message.path("timestamp")).orElse(null));
    }

    private static Block block(JsonNode block) {
        BlockKind kind = BLOCKS.getOrDefault(block.path("type").asText("text"), BlockKind.TEXT);
        String text =
                switch (kind) {
                    case TEXT -> block.path("text").asText();
                    case TOOL_CALL -> block.path("input").toString();
                    case TOOL_RESULT -> WorkspaceTranscripts.text(block);
                    case IMAGE -> "";
                };
        String id =
                block.path(kind == BlockKind.TOOL_RESULT ? "tool_use_id" : "id").asText();
        return new Block(kind, id, block.path("name").asText(), text);
    }
}
