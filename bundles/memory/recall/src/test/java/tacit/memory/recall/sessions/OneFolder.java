package tacit.memory.recall.sessions;

import java.util.List;
import java.util.Optional;
import tacit.api.memory.Workspaces;

/** One workspace with a folder, or none. */
record OneFolder(Optional<String> folder) implements Workspaces {

    @Override
    public void attach(String workspaceId, String given) {
        throw new UnsupportedOperationException("The folder of this fake is fixed");
    }

    @Override
    public boolean detach(String workspaceId) {
        throw new UnsupportedOperationException("The folder of this fake is fixed");
    }

    @Override
    public Optional<String> folder(String workspaceId) {
        return folder;
    }

    @Override
    public List<String> list() {
        return List.of();
    }
}
