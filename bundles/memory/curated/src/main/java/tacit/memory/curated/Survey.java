package tacit.memory.curated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;

/** Counts what lies in a workspace's folder and is read where it lies. Confined to one migration. */
final class Survey {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d\\.md");
    private static final String MEMORY = ".cowork/memory";
    private static final int MOST_BYTES = 4 << 20;

    private final WorkspaceFiles files;
    private final String workspaceId;
    private final SortedMap<String, Long> found = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();

    Survey(WorkspaceFiles files, String workspaceId) {
        this.files = files;
        this.workspaceId = workspaceId;
    }

    SortedMap<String, Long> found() {
        return found;
    }

    /** What cannot be read, by file and line. */
    List<String> remarks() {
        return remarks;
    }

    void run() {
        count(
                "kit files",
                list(".cowork").stream().filter(path -> path.endsWith(".md")).count());
        count("days of notes", days(MEMORY));
        count("journal days", days(MEMORY + "/daily"));
        count("summaries", days(MEMORY + "/summaries"));
        for (String path : list(MEMORY + "/transcripts/spans")) {
            if (path.endsWith(".jsonl")) {
                count("transcripts", 1);
                read(path).ifPresent(file -> lines(path, file));
            }
        }
        for (String path : list(MEMORY + "/transcripts/checkpoints")) {
            if (path.endsWith(".json")) {
                count("checkpoints", 1);
                read(path)
                        .filter(file -> !isObject(file.text()))
                        .ifPresent(file -> remarks.add(path + " is no whole JSON object"));
            }
        }
    }

    private void lines(String path, WorkspaceFile file) {
        int number = 0;
        for (String line : file.text().lines().toList()) {
            number++;
            if (isObject(line)) {
                count("spans", 1);
            } else if (!line.isBlank()) {
                remarks.add(path + ":" + number + " is no whole JSON object");
            }
        }
    }

    private Optional<WorkspaceFile> read(String path) {
        Optional<WorkspaceFile> read = files.read(workspaceId, path, MOST_BYTES);
        read.filter(file -> !file.whole()).ifPresent(file -> remarks.add(path + " is too large to be read whole"));
        return read.filter(WorkspaceFile::whole);
    }

    private static boolean isObject(String text) {
        String line = text.strip();
        return line.startsWith("{") && line.endsWith("}");
    }

    private long days(String folder) {
        return list(folder).stream()
                .filter(path ->
                        DAY.matcher(path.substring(path.lastIndexOf('/') + 1)).matches())
                .count();
    }

    private List<String> list(String folder) {
        return files.list(workspaceId, folder, 1, List.of()).stream()
                .map(WorkspaceFiles.Entry::path)
                .toList();
    }

    private void count(String what, long more) {
        if (more > 0) {
            found.merge(what, more, Long::sum);
        }
    }
}
