package tacit.memory.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;

/** The files of a workspace that are named after days of the UTC calendar. */
final class DayFiles {

    static final String LOGS = ".cowork/memory/daily";
    static final String SUMMARIES = ".cowork/memory/summaries";

    private static final int ALL = 32 * 1024 * 1024;

    private final WorkspaceFiles files;
    private final String workspaceId;

    DayFiles(WorkspaceFiles files, String workspaceId) {
        this.files = files;
        this.workspaceId = workspaceId;
    }

    static LocalDate dayOf(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }

    static String path(String folder, String day) {
        try {
            return folder + "/" + LocalDate.parse(day) + ".md";
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("day must be a day such as 2026-03-01, got '" + day + "'", e);
        }
    }

    Optional<WorkspaceFile> read(String folder, String day) {
        return files.read(workspaceId, path(folder, day), ALL);
    }

    /** The days that a folder has files of, the newest first. */
    List<LocalDate> days(String folder) {
        return files.list(workspaceId, folder, 1, List.of()).stream()
                .map(entry -> entry.path().substring(folder.length() + 1))
                .filter(name -> name.matches("\\d{4}-\\d{2}-\\d{2}\\.md"))
                .flatMap(name -> day(name.substring(0, 10)).stream())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static Optional<LocalDate> day(String name) {
        try {
            return Optional.of(LocalDate.parse(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
