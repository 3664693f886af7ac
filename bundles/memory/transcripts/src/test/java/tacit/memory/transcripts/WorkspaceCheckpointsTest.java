package tacit.memory.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.transcripts.Folder.ALONE;
import static tacit.memory.transcripts.Folder.NOW;
import static tacit.memory.transcripts.Folder.SCOPE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.Audience;
import tacit.api.recall.Checkpoint;
import tacit.api.recall.Checkpoint.Kind;
import tacit.api.recall.Checkpoint.Origin;
import tacit.api.recall.SessionMessage;
import tacit.api.recall.SessionState.Resume;
import tacit.runtime.testkit.ClosedStore;
import tacit.runtime.testkit.Configurations;

class WorkspaceCheckpointsTest {

    @TempDir
    Path temporary;

    private Folder folder;
    private StoredCheckpoints checkpoints;

    @BeforeEach
    void open() throws IOException {
        folder = new Folder(temporary);
        checkpoints = new StoredCheckpoints(
                ClosedStore.empty(), folder.files, Configurations.of(StoredCheckpoints.Config.class, Map.of()));
    }

    @AfterEach
    void close() {
        folder.close();
    }

    @Test
    void tr01RestoresACheckpointOfAnExistingWorkspace() throws IOException {
        folder.checkpoint(
                "t1",
                "{\"checkpointKind\":\"completion\",\"timestamp\":" + NOW.toEpochMilli()
                        + ",\"conversationHistory\":[{\"role\":\"user\",\"content\":\"Move the ferry\"},"
                        + "{\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"Moved\"},"
                        + "{\"type\":\"tool_use\",\"id\":\"c\",\"name\":\"mv\",\"input\":{\"to\":\"b\"}},"
                        + "{\"type\":\"tool_result\",\"tool_use_id\":\"c\",\"content\":\"done\"}]}],"
                        + "\"trackerState\":{\"files\":[\"a.md\",null],\"left\":null},\"planSummary\":\"Move it\","
                        + "\"structuredSummary\":{\"source\":\"result\",\"rawText\":\"x\",\"decisions\":[\"Leave at noon\"]},"
                        + "\"resumeStrategy\":\"snapshot\",\"dedupeHash\":\"d\"}");

        Checkpoint restored = checkpoints.restore(SCOPE, ALONE, "t1").orElseThrow();

        assertThat(restored.origin()).isEqualTo(Origin.WORKSPACE_FILE);
        assertThat(restored.kind()).isEqualTo(Kind.COMPLETION);
        assertThat(restored.at()).isEqualTo(NOW);
        assertThat(restored.state().resume()).isEqualTo(Resume.SNAPSHOT);
        assertThat(restored.state().history().get(0)).isEqualTo(SessionMessage.of("user", "Move the ferry"));
        assertThat(restored.state().history().get(1).blocks().toString()).contains("Moved", "{\"to\":\"b\"}", "done");
        assertThat(restored.state().tracker().toString()).isEqualTo("{files=[a.md]}");
        assertThat(restored.structured().decisions()).containsExactly("Leave at noon");
        assertThat(restored.memoryId()).isNull();
    }

    @Test
    void restoresNothingThatIsNoCheckpointAndNothingForAGroup() throws IOException {
        folder.checkpoint("t1", "{\"checkpointKind\":\"snap");
        folder.checkpoint("t2", "{\"planSummary\":\"Move it\"}");

        assertThat(checkpoints.restore(SCOPE, ALONE, "t1")).isEmpty();
        assertThat(checkpoints.restore(SCOPE, ALONE, "../t2")).isEmpty();
        assertThat(checkpoints.restore(SCOPE, new Audience(Audience.Kind.GROUP, null, null, null, false), "t2"))
                .isEmpty();
        assertThat(checkpoints.restore(SCOPE, ALONE, "t2").orElseThrow().state().plan())
                .isEqualTo("Move it");
    }
}
