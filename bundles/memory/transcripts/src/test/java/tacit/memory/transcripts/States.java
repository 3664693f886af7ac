package tacit.memory.transcripts;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tacit.api.memory.Evidence;
import tacit.api.memory.Visibility;
import tacit.api.recall.CheckpointDraft;
import tacit.api.recall.CheckpointDraft.Trigger;
import tacit.api.recall.SessionMessage;
import tacit.api.recall.SessionState;
import tacit.api.recall.SessionState.Resume;

/** States of tests. */
final class States {

    private States() {}

    static CheckpointDraft draft(String task, Trigger trigger, SessionState state) {
        return new CheckpointDraft(
                Folder.SCOPE,
                Visibility.PRIVATE,
                task,
                trigger,
                state,
                0,
                0,
                Folder.NOW,
                List.of(Evidence.of(Evidence.Kind.TRACE, task)));
    }

    static SessionState state(List<SessionMessage> history, String summary, String result) {
        return new SessionState(
                history, new TreeMap<>(), "", summary, result, new TreeMap<>(), Resume.CHECKPOINT, null, null);
    }

    /** So many messages in turns. */
    static List<SessionMessage> history(int messages) {
        List<SessionMessage> history = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            history.add(SessionMessage.of(i % 2 == 0 ? "user" : "assistant", "This is message " + i));
        }
        return history;
    }
}
