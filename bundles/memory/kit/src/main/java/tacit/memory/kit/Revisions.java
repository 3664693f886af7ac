package tacit.memory.kit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;

/** Keeps what the files of a kit said before. Confined to one call. */
final class Revisions {

    private static final String HOME = Contract.FOLDER + "/.history";
    private static final int ALL = 16 * 1024 * 1024;

    private final WorkspaceFiles files;
    private final String workspaceId;

    Revisions(WorkspaceFiles files, String workspaceId) {
        this.files = files;
        this.workspaceId = workspaceId;
    }

    /** However they are laid out: in a folder of the file's name, or beside each other with a mark behind it. */
    int count(Contract contract) {
        return (int) files.list(workspaceId, HOME, 2, List.of()).stream()
                .map(entry -> entry.path().substring(HOME.length() + 1))
                .filter(name -> name.matches(contract.name() + "(?:\\.md)?[/.@_-].+"))
                .count();
    }

    boolean write(String fileName, @Nullable String expectedSha256, String text, Instant now) {
        Contract contract = Contract.of(fileName)
                .orElseThrow(() -> new IllegalArgumentException("A kit has no file '" + fileName + "'"));
        Optional<WorkspaceFile> old = files.read(workspaceId, contract.path(), ALL);
        if (!Objects.equals(old.map(WorkspaceFile::sha256).orElse(null), expectedSha256)) {
            return false;
        }
        if (old.isPresent() && !keep(contract, old.get(), now)) {
            return false;
        }
        return files.replace(workspaceId, contract.path(), expectedSha256, text);
    }

    /** Named after the time and the text, so that the same one is kept once. */
    private boolean keep(Contract contract, WorkspaceFile old, Instant now) {
        if (!old.whole()) {
            throw new IllegalArgumentException(
                    "Cannot write '" + contract.path() + "': the file that is there is too large to keep");
        }
        String name = now.toString().replace(":", "") + "-" + old.sha256().substring(0, 12) + ".md";
        String path = HOME + "/" + contract.fileName() + "/" + name;
        return files.replace(workspaceId, path, null, old.text())
                || files.read(workspaceId, path, 0).isPresent();
    }
}
