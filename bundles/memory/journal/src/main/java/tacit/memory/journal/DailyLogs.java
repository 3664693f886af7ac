package tacit.memory.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.harness.Role;
import tacit.api.memory.Journal;
import tacit.api.memory.JournalEntry;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;

/** Keeps the logs of days and their summaries as Markdown files. Thread-safe. */
@Component(property = Role.PROPERTY + "=journal")
public final class DailyLogs implements Journal {

    private static final int TRIES = 100;

    private final WorkspaceFiles files;

    @Activate
    public DailyLogs(@Reference WorkspaceFiles files) {
        this.files = files;
    }

    @Override
    public void append(String workspaceId, JournalEntry entry) {
        if (files.folder(workspaceId).isEmpty()) {
            throw new IllegalArgumentException("Cannot write to the journal: the workspace has no folder");
        }
        String day = DayFiles.dayOf(entry.at()).toString();
        String block = EntryText.of(entry);
        for (int i = 0; i < TRIES; i++) {
            Optional<WorkspaceFile> log = log(workspaceId, day);
            String before = log.map(WorkspaceFile::text).map(DailyLogs::ended).orElse("");
            String expected = log.map(WorkspaceFile::sha256).orElse(null);
            if (files.replace(workspaceId, DayFiles.path(DayFiles.LOGS, day), expected, before + block)) {
                return;
            }
        }
        throw new IllegalStateException(
                "Cannot write to the journal of " + day + ": the file changed " + TRIES + " times meanwhile");
    }

    private static String ended(String log) {
        return log.isEmpty() || log.endsWith("\n\n") ? log : log.endsWith("\n") ? log + "\n" : log + "\n\n";
    }

    private Optional<WorkspaceFile> log(String workspaceId, String day) {
        Optional<WorkspaceFile> log = new DayFiles(files, workspaceId).read(DayFiles.LOGS, day);
        log.filter(file -> !file.whole()).ifPresent(file -> {
            throw new IllegalStateException("Cannot use the journal of " + day + ": its file is too large");
        });
        return log;
    }

    @Override
    public Optional<String> day(String workspaceId, String day) {
        return new DayFiles(files, workspaceId).read(DayFiles.LOGS, day).map(WorkspaceFile::text);
    }

    @Override
    public List<String> days(String workspaceId, int most) {
        return new DayFiles(files, workspaceId)
                .days(DayFiles.LOGS).stream()
                        .limit(Math.max(0, most))
                        .map(LocalDate::toString)
                        .toList();
    }

    @Override
    public boolean summarize(String workspaceId, String day, Instant now) {
        DayFiles days = new DayFiles(files, workspaceId);
        if (days.read(DayFiles.LOGS, day).isEmpty()) {
            return false;
        }
        return new WorkLease(files, workspaceId).during(now, () -> bringUpToDate(workspaceId, day, now));
    }

    private boolean bringUpToDate(String workspaceId, String day, Instant now) {
        List<JournalEntry> entries =
                EntryText.read(log(workspaceId, day).map(WorkspaceFile::text).orElse(""));
        Optional<WorkspaceFile> old = new DayFiles(files, workspaceId).read(DayFiles.SUMMARIES, day);
        String before = old.map(WorkspaceFile::text).orElse("");
        String after = new DaySummary(day).next(before, entries, now);
        // Who edits the summary at this moment wins: the next round adds what is new to what they wrote.
        return !after.equals(before)
                && files.replace(
                        workspaceId,
                        DayFiles.path(DayFiles.SUMMARIES, day),
                        old.map(WorkspaceFile::sha256).orElse(null),
                        after);
    }

    @Override
    public int countRecentSummaries(String workspaceId, Instant now, int days) {
        LocalDate today = DayFiles.dayOf(now);
        return (int) new DayFiles(files, workspaceId)
                .days(DayFiles.SUMMARIES).stream()
                        .filter(day -> !day.isAfter(today) && day.isAfter(today.minusDays(days)))
                        .count();
    }
}
