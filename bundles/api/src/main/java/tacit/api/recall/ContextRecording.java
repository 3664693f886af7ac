package tacit.api.recall;

import java.util.List;
import java.util.Objects;
import tacit.api.memory.Evidence;
import tacit.api.memory.Visibility;
import tacit.api.store.Scope;

/**
 * Messages of a run that shall be kept. Immutable.
 *
 * @param scope where; a user in it owns them
 * @param visibility who may be shown them
 * @param taskId the run
 * @param messages in their order
 * @param appended whether all of them are new; else they are the conversation, or a part of it, as it stands, and what is kept
 *     already is found
 * @param evidence where the conversation comes from; may be empty where one of the run is kept already
 */
public record ContextRecording(
        Scope scope,
        Visibility visibility,
        String taskId,
        List<SessionMessage> messages,
        boolean appended,
        List<Evidence> evidence) {

    public ContextRecording {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(visibility, "visibility");
        Objects.requireNonNull(taskId, "taskId");
        messages = List.copyOf(messages);
        evidence = List.copyOf(evidence);
        if (taskId.isBlank()) {
            throw new IllegalArgumentException("taskId must not be blank");
        }
    }
}
