package tacit.api.memory;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was found in a workspace's folder and what became of it. Immutable.
 *
 * @param workspaceId the workspace
 * @param status what was done
 * @param added entries that were made, or would be
 * @param waiting entries that wait for approval
 * @param known lines that say what an entry says already
 * @param kept lines that are too long for an entry: kept as memories that no prompt shows by itself
 * @param found how many of each are read where they lie, such as {@code journal days}
 * @param remarks what could not be read, by file and line, without its words
 */
public record MigrationReport(
        String workspaceId,
        Status status,
        int added,
        int waiting,
        int known,
        int kept,
        SortedMap<String, Long> found,
        List<String> remarks) {

    /** What can be done. */
    public enum Status {
        /** The workspace has no folder. */
        NO_FOLDER,
        /** There is no block to take over. */
        NOTHING,
        /** It was told what would be done. */
        DRY_RUN,
        DONE,
        /** It was done before. */
        DONE_BEFORE
    }

    public MigrationReport {
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(status, "status");
        found = Collections.unmodifiableSortedMap(new TreeMap<>(found));
        remarks = List.copyOf(remarks);
    }
}
