package tacit.api.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;

/**
 * The log of each day of a workspace in {@code .cowork/memory/daily}, and what remains of it in {@code
 * .cowork/memory/summaries}. Stateless: the files are kept by {@link WorkspaceFiles}.
 */
@Role("journal")
@ConsumerType
public interface Journal {

    /**
     * Adds an entry to the log of its day, behind all others.
     *
     * @throws IllegalArgumentException when the workspace has no folder
     */
    void append(String workspaceId, JournalEntry entry);

    /**
     * The log of a day.
     *
     * @param day such as {@code 2026-03-01}
     */
    Optional<String> day(String workspaceId, String day);

    /** The days that have a log, the newest first. */
    List<String> days(String workspaceId, int most);

    /**
     * Brings the summary of a day up to date with its log: adds what is new, and keeps every line that is there.
     *
     * @return whether anything was added
     */
    boolean summarize(String workspaceId, String day, Instant now);

    /** How many of the last days have a summary. */
    int countRecentSummaries(String workspaceId, Instant now, int days);
}
