package tacit.api.recall;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Reach;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;

/**
 * A piece of text that can be found. Immutable.
 *
 * @param id unique within its workspace, such as {@code memory:…} or {@code message:trace/span}
 * @param type what it is a piece of: {@code task}, {@code message}, {@code file}, {@code workspace_note}, {@code memory},
 *     {@code screen_context}, {@code knowledge_graph}, {@code context}
 * @param workspaceId the workspace whose queries find it; of one that holds everywhere those of all do
 * @param userId whose it is; null for everybody's in the workspace
 * @param group the conversation, task or file that it is a part of; its neighbours are those of the same group
 * @param position its place within the group, from 0
 * @param at when it was said or last changed
 * @param speaker who said it; empty when nobody did
 * @param title a heading for people; may be empty
 * @param text its words
 * @param visibility who may be shown it
 * @param lane where its words come from
 * @param attributes what its source keeps besides, such as {@code path}; they are answered, and not searched
 */
public record SearchDocument(
        String id,
        String type,
        String workspaceId,
        @Nullable String userId,
        String group,
        long position,
        Instant at,
        String speaker,
        String title,
        String text,
        Visibility visibility,
        TrustLane lane,
        SortedMap<String, String> attributes) {

    public SearchDocument {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(speaker, "speaker");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(visibility, "visibility");
        Objects.requireNonNull(lane, "lane");
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        if (id.isBlank() || type.isBlank() || workspaceId.isBlank() || group.isBlank()) {
            throw new IllegalArgumentException("id, type, workspaceId and group must not be blank, got '" + id + "', '"
                    + type + "', '" + workspaceId + "', '" + group + "'");
        }
        if (position < 0) {
            throw new IllegalArgumentException("position must not be negative, got " + position);
        }
    }

    /** Whether every workspace finds it: a memory whose attribute {@code reach} is {@code GLOBAL}, and nothing else. */
    public boolean everywhere() {
        return id.startsWith("memory:") && Reach.GLOBAL.name().equals(attributes.get("reach"));
    }
}
