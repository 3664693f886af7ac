package tacit.memory.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.kit.KitFolder.NOW;
import static tacit.memory.kit.KitFolder.WS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.store.Database;
import tacit.memory.workspace.FolderFiles;
import tacit.memory.workspace.SqlWorkspaces;
import tacit.runtime.testkit.EachDatabase;

class FirstContactTest {

    @TempDir
    Path temporary;

    @EachDatabase
    void changesNothingInAFolderOfAnotherSystem(Database database) throws IOException {
        Path root = Files.createDirectory(temporary.toRealPath().resolve("shop"));
        KitFolder folder = KitFolder.in(root);
        for (Contract contract : Contract.values()) {
            if (contract != Contract.BOOTSTRAP) {
                folder.with(contract.path(), "# " + contract.title() + "\r\n- Note: of " + contract.name() + "\r\n");
            }
        }
        folder.with(".cowork/memory/2026-02-06.md", "## Open Loops\n- Call Ann\n")
                .with(".cowork/memory/daily/2026-02-06.md", "raw\n")
                .with(".cowork/memory/summaries/2026-02-05.md", "---\nday: 2026-02-05\n---\nCalm\n")
                .with(".cowork/memory/MEMORY.md", "# Index\n")
                .with(".cowork/memory/topics/release.md", "# Release\n")
                .with(".cowork/memory/locks/consolidation.lock", "")
                .with(".cowork/memory/transcripts/checkpoints/t1.json", "{}")
                .with(".cowork/skills/proposals/p.json", "{}")
                .with(".cowork/projects/ferry/CONTEXT.md", "The ferry timetable\n")
                .with(".cowork/projects/ferry/ACCESS.md", "## Allow\n- all\n")
                .with("docs/CODEBASE_MAP.md", "src holds the parser\n")
                .with("src/main.c", "int main;\n");
        Map<String, String> before = bytes(root);

        SqlWorkspaces workspaces = new SqlWorkspaces(database);
        workspaces.attach(WS, root.toString());
        FolderKit kit = new FolderKit(new FolderFiles(workspaces::folder, FolderFiles.LARGEST), "UTC");
        String shown = kit.context(KitFolder.request("Tidy the ferry dashboard", "clerk"));

        assertThat(shown).contains("src holds the parser", "The ferry timetable", "Call Ann");
        assertThat(Contract.shown()).allSatisfy(contract -> assertThat(shown).contains("of " + contract.name()));
        assertThat(kit.status(WS, NOW).present()).isTrue();
        assertThat(kit.pressure(WS).files()).allMatch(file -> file.there());
        assertThat(bytes(root)).isEqualTo(before);
    }

    private static Map<String, String> bytes(Path root) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        try (var walk = Files.walk(root)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                bytes.put(root.relativize(path).toString(), Files.readString(path) + Files.getLastModifiedTime(path));
            }
        }
        return bytes;
    }
}
