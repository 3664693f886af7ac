package tacit.memory.topics;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.WorkspaceFiles;

/** Takes memories that may not stand there out of the topics of a workspace and their index. Confined to one call. */
final class Withdrawal {

    private final Shelf shelf;
    private final Upkeep upkeep;
    private final IndexPage page;
    private final String workspaceId;

    Withdrawal(MemoryStore store, WorkspaceFiles files, String workspaceId, Instant now) {
        this.shelf = new Shelf(files, workspaceId);
        this.upkeep = new Upkeep(store, files, workspaceId, now);
        this.page = new IndexPage(store, shelf.unlimited(), workspaceId, now);
        this.workspaceId = workspaceId;
    }

    /**
     * Takes out those with these ids.
     *
     * @throws IllegalStateException when somebody else keeps writing the files
     */
    void of(Set<String> ids) {
        Leftovers leftovers = new Leftovers(shelf.unlimited(), ids);
        List<String> holding = ids.isEmpty() || !shelf.hasFolder() ? List.of() : leftovers.paths();
        if (holding.isEmpty()) {
            return;
        }
        List<String> topics =
                holding.stream().filter(path -> !path.equals(IndexPage.PATH)).toList();
        upkeep.renew(
                topics.stream()
                        .flatMap(path -> shelf.unlimited().topic(path).stream())
                        .toList(),
                Set.of());
        leftovers.clear(topics);
        rewriteIndex();
        leftovers.clear(List.of(IndexPage.PATH));
        if (!leftovers.paths().isEmpty()) {
            throw new IllegalStateException("Cannot take a memory out of the topics of workspace '" + workspaceId
                    + "': somebody else keeps writing them");
        }
    }

    private void rewriteIndex() {
        List<MemoryRecord> recalled = page.shown().stream()
                .flatMap(id -> upkeep.open(id).stream())
                .filter(memory -> memory.layer().equals(Openness.ARCHIVE))
                .toList();
        page.write(shelf.topics(), recalled);
    }
}
