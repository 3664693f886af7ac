package tacit.memory.learning;

import java.util.List;
import java.util.Optional;
import tacit.api.memory.Workspaces;

/** Writes down that it was asked, and breaks. */
record NoWorkspaces(List<String> asked) implements Workspaces {

    @Override
    public List<String> list() {
        asked.add("upkeep");
        throw new IllegalStateException("The database is away");
    }

    @Override
    public Optional<String> folder(String workspaceId) {
        return Optional.empty();
    }

    @Override
    public void attach(String workspaceId, String folder) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean detach(String workspaceId) {
        throw new UnsupportedOperationException();
    }
}
