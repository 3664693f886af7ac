package tacit.memory.kit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;

/**
 * When the first steps of a workspace came and went; the file itself is gone once they are done. Immutable.
 *
 * @param seededAt when they were first seen; null for never
 * @param doneAt when they were first missed; null for not yet
 */
record FirstSteps(@Nullable Instant seededAt, @Nullable Instant doneAt) {

    private static final String PATH = Contract.FOLDER + "/kit-state.json";

    /** What is known, with what this look at the folder adds. */
    static FirstSteps noted(WorkspaceFiles files, String workspaceId, boolean there, Instant now) {
        Optional<WorkspaceFile> file = files.read(workspaceId, PATH, Folder.MOST_BYTES);
        FirstSteps known = file.map(WorkspaceFile::text).map(FirstSteps::parse).orElse(new FirstSteps(null, null));
        FirstSteps next = known.seen(there, now);
        if (!next.equals(known)) {
            String expected = file.map(WorkspaceFile::sha256).orElse(null);
            // Who lost the race agrees with the winner on everything but the second.
            files.replace(workspaceId, PATH, expected, next.text());
        }
        return next;
    }

    private FirstSteps seen(boolean there, Instant now) {
        if (there) {
            return seededAt == null ? new FirstSteps(now, null) : this;
        }
        return seededAt != null && doneAt == null ? new FirstSteps(seededAt, now) : this;
    }

    private String text() {
        String done = doneAt == null ? "" : ",\n  \"onboardedAt\": \"" + doneAt + "\"";
        return "{\n  \"seededAt\": \"" + seededAt + "\"" + done + "\n}\n";
    }

    private static FirstSteps parse(String json) {
        return new FirstSteps(time(json, "seededAt"), time(json, "onboardedAt"));
    }

    private static @Nullable Instant time(String json, String name) {
        Matcher matcher =
                Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        try {
            return matcher.find() ? Instant.parse(matcher.group(1)) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
