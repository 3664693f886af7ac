package tacit.memory.journal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;

/**
 * Lets one at a time work on the summaries of a workspace, whatever process it is in: a file that says until when somebody is
 * at it. Who dies at it is out of the way when the time is over.
 */
final class WorkLease {

    /** Where the lease lies. */
    static final String PATH = ".cowork/memory/locks/summaries.lease";

    private static final Duration TERM = Duration.ofMinutes(2);
    private static final int LONGEST = 1000;

    private final WorkspaceFiles files;
    private final String workspaceId;

    WorkLease(WorkspaceFiles files, String workspaceId) {
        this.files = files;
        this.workspaceId = workspaceId;
    }

    /** Does work under the lease; false, without doing it, while another one has it. */
    boolean during(Instant now, BooleanSupplier work) {
        Optional<WorkspaceFile> there = files.read(workspaceId, PATH, LONGEST);
        if (there.map(file -> until(file.text()).isAfter(now)).orElse(false)) {
            return false;
        }
        String expected = there.map(WorkspaceFile::sha256).orElse(null);
        if (!files.replace(workspaceId, PATH, expected, text(now.plus(TERM)))) {
            return false;
        }
        try {
            return work.getAsBoolean();
        } finally {
            files.read(workspaceId, PATH, LONGEST)
                    .filter(mine -> mine.text().equals(text(now.plus(TERM))))
                    .ifPresent(mine -> files.replace(workspaceId, PATH, mine.sha256(), text(Instant.EPOCH)));
        }
    }

    private static String text(Instant until) {
        return "until: " + until + "\n";
    }

    /** A lease that says no time holds nobody back. */
    private static Instant until(String text) {
        try {
            return Instant.parse(text.strip().replaceFirst("^until:\\s*", ""));
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
