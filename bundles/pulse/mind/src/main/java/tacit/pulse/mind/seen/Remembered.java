package tacit.pulse.mind.seen;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.pulse.AutomationProfile;
import tacit.api.reflect.ReflectionEvidence;

/** Memories and playbooks in the workspace's folder, without what reflection wrote itself. */
final class Remembered implements Source {

    private static final int MOST = 100;
    private static final int MOST_BYTES = 2_000;

    private final WorkspaceFiles files;

    Remembered(WorkspaceFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "memory files";
    }

    @Override
    public List<Sighting> look(AutomationProfile profile, Instant since) {
        return files.list(profile.workspaceId(), ".cowork", 3, List.of("subconscious")).stream()
                .filter(file ->
                        file.path().endsWith(".md") && !file.modifiedAt().isBefore(since))
                .sorted(Comparator.comparing(WorkspaceFiles.Entry::modifiedAt)
                        .reversed()
                        .thenComparing(WorkspaceFiles.Entry::path))
                .limit(MOST)
                .map(file -> Keys.workspace(profile, saw(profile.workspaceId(), file)))
                .toList();
    }

    private Keys.Saw saw(String workspace, WorkspaceFiles.Entry file) {
        String text = files.read(workspace, file.path(), MOST_BYTES)
                .map(WorkspaceFile::text)
                .orElse("");
        String first = text.lines()
                .map(line -> line.replaceFirst("^[#>*\\s-]+", "").strip())
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("is empty");
        return Keys.Saw.made(
                ReflectionEvidence.Type.MEMORY_PLAYBOOK,
                Asks.automation(first),
                file.path() + ": " + first,
                "file:" + file.path(),
                "file:" + file.path(),
                file.modifiedAt(),
                "file",
                file.path(),
                first);
    }
}
