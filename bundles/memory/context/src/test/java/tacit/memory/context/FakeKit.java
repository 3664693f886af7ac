package tacit.memory.context;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.KitStatus;
import tacit.api.memory.MemoryPressure;
import tacit.api.memory.WorkspaceKit;

/** A kit of one text; without one it breaks. */
record FakeKit(String text) implements WorkspaceKit {

    @Override
    public String context(ContextRequest request) {
        if (text.isEmpty()) {
            throw new IllegalStateException("no kit");
        }
        return text;
    }

    @Override
    public KitStatus status(String workspaceId, Instant now) {
        return new KitStatus(false, List.of(), 0, null, null);
    }

    @Override
    public MemoryPressure pressure(String workspaceId) {
        return new MemoryPressure(List.of(), false, "");
    }

    @Override
    public boolean write(String workspaceId, String file, @Nullable String expectedSha256, String text, Instant now) {
        return false;
    }
}
