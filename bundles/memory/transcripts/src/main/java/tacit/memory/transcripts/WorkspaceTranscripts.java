package tacit.memory.transcripts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.TrustLane;
import tacit.api.memory.WorkspaceFiles;

/**
 * Reads the transcripts that lie in a workspace's folder. Whoever can write there can write what they say, so
 * all of it is foreign text. Stateless.
 */
final class WorkspaceTranscripts {

    private static final String SPANS = ".cowork/memory/transcripts/spans";
    private static final int MOST_FILES = 200;
    static final int MOST_BYTES = 4 << 20;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> TYPES = Set.of(
            "task_created",
            "user_message",
            "assistant_message",
            "timeline_group_started",
            "timeline_group_finished",
            "timeline_step_started",
            "timeline_step_updated",
            "timeline_step_finished",
            "timeline_evidence_attached",
            "timeline_artifact_emitted",
            "timeline_command_output",
            "timeline_error",
            "tool_call",
            "tool_result",
            "tool_error",
            "task_completed",
            "task_status",
            "task_paused",
            "task_resumed",
            "conversation_snapshot");
    private static final List<String> TEXTS =
            List.of("message", "text", "content", "summary", "result", "response", "assistantText", "userText");

    private final WorkspaceFiles files;

    WorkspaceTranscripts(WorkspaceFiles files) {
        this.files = files;
    }

    List<Passage> spans(String workspaceId, @Nullable String taskId) {
        List<Passage> passages = new ArrayList<>();
        for (WorkspaceFiles.Entry file : newest(files, workspaceId, SPANS, ".jsonl", taskId)) {
            files.read(workspaceId, file.path(), MOST_BYTES).ifPresent(read -> {
                int number = 0;
                for (String line : read.text().lines().toList()) {
                    number++;
                    span(file.path() + "#" + number, json(line)).ifPresent(passages::add);
                }
            });
        }
        return passages;
    }

    private static Optional<Passage> span(String id, JsonNode line) {
        String type = line.path("type").asText();
        Optional<Instant> at = time(line.path("timestamp"));
        if (!TYPES.contains(type) || at.isEmpty() || !line.path("taskId").isTextual()) {
            return Optional.empty();
        }
        SortedMap<String, String> attributes = new TreeMap<>();
        if (line.hasNonNull("eventId")) {
            attributes.put("event_id", line.get("eventId").asText());
        }
        if (line.hasNonNull("seq")) {
            attributes.put("seq", line.get("seq").asText());
        }
        return Optional.of(new Passage(
                id,
                Passage.SPAN,
                type,
                line.get("taskId").textValue(),
                at.get(),
                text(line.path("payload")),
                TrustLane.FOREIGN,
                0,
                attributes));
    }

    /** The files of a folder, those changed last first; of one run, or of all. */
    static List<WorkspaceFiles.Entry> newest(
            WorkspaceFiles files, String workspaceId, String folder, String ending, @Nullable String taskId) {
        return files.list(workspaceId, folder, 1, List.of()).stream()
                .filter(file -> file.path().endsWith(taskId == null ? ending : "/" + taskId + ending))
                .sorted(Comparator.comparing(WorkspaceFiles.Entry::modifiedAt)
                        .reversed()
                        .thenComparing(WorkspaceFiles.Entry::path))
                .limit(MOST_FILES)
                .toList();
    }

    static String text(JsonNode payload) {
        for (String name : TEXTS) {
            if (payload.path(name).isTextual()
                    && !payload.path(name).textValue().isBlank()) {
                return payload.path(name).textValue();
            }
        }
        return payload.isTextual() ? payload.textValue() : payload.toString();
    }

    /** A time in milliseconds, or as a text. */
    static Optional<Instant> time(JsonNode value) {
        try {
            if (value.isNumber()) {
                return Optional.of(Instant.ofEpochMilli(value.longValue()));
            }
            return value.isTextual() ? Optional.of(Instant.parse(value.textValue())) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    // A line that was cut off is no line
    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return MAPPER.missingNode();
        }
    }
}
