package tacit.surface.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AuditEntry;
import tacit.api.command.Command;
import tacit.api.command.Console;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.memory.record.SqlMemoryStore;
import tacit.memory.workspace.SqlWorkspaces;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class WorkspaceCommandsTest {

    @TempDir
    Path temporary;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ThreadIOImpl io = new ThreadIOImpl();
    private final CommandProcessorImpl processor = new CommandProcessorImpl(io);
    private final ListAudit audit = new ListAudit();
    private SqlWorkspaces workspaces;
    private MemoryStore memories;
    private Path home;

    @BeforeEach
    void start(Database database) throws IOException {
        io.start();
        home = temporary.toRealPath();
        Files.createDirectory(home.resolve("shop"));
        workspaces = new SqlWorkspaces(database);
        memories = new SqlMemoryStore(database, Clock.systemUTC());
        processor.addCommand(
                "tacit", new WorkspaceCommands(workspaces, memories, new MemoryUpkeep(audit), audit), "workspace");
    }

    @AfterEach
    void stop() {
        io.stop();
    }

    @Test
    void attachesAFolderNamedFromWhereTheCallerIs() {
        assertThat(run("tacit:workspace attach default ../" + home.getFileName() + "/shop"))
                .isEqualTo(Command.OK);

        assertThat(workspaces.folder("default")).contains(home.resolve("shop").toString());
        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("workspace.attach");
    }

    @Test
    void listsWorkspacesWithTheirFolders() {
        workspaces.attach("default", home.resolve("shop").toString());

        assertThat(run("tacit:workspace")).isEqualTo(Command.OK);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("default").contains("shop");
    }

    @Test
    void detachesAFolder() {
        workspaces.attach("default", home.resolve("shop").toString());

        assertThat(run("tacit:workspace detach default")).isEqualTo(Command.OK);
        assertThat(run("tacit:workspace detach default")).isEqualTo(Command.OK);

        assertThat(workspaces.list()).isEmpty();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Detached").contains("Nothing detached");
    }

    @Test
    void forgetsAllThatAWorkspaceRemembersAfterAYesOnly() {
        for (String workspace : List.of("shop", "other")) {
            memories.add(draft(workspace));
        }

        assertThat(run("tacit:workspace forget shop")).isEqualTo(Command.OK);
        assertThat(held("shop")).isEqualTo(1);
        assertThat(audit.entries).isEmpty();
        assertThat(run("tacit:workspace --yes forget shop")).isEqualTo(Command.OK);

        assertThat(held("shop")).isZero();
        assertThat(held("other")).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("1 memories would be", "1 memories are forgotten");
        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("workspace.forget");
    }

    @Test
    void saysWhyAFolderIsRefused() {
        assertThat(run("tacit:workspace attach default nowhere")).isEqualTo(Command.FAILED);
        assertThat(run("tacit:workspace attach default")).isEqualTo(Command.FAILED);
        assertThat(run("tacit:workspace drop default")).isEqualTo(Command.FAILED);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("existing folder")
                .contains("attach needs a workspace and a folder")
                .contains("workspace knows list, attach, detach and forget");
        assertThat(workspaces.list()).isEmpty();
    }

    private static MemoryDraft draft(String workspace) {
        return new MemoryDraft(
                workspace,
                "archive",
                "insight",
                "shop",
                "Opens at nine",
                MemoryScope.WORKSPACE,
                Visibility.SHARED,
                TrustLane.RESULT,
                List.of(Evidence.of(Evidence.Kind.TRACE, "t1")),
                1,
                null,
                null,
                null,
                new TreeMap<>());
    }

    private long held(String workspace) {
        return memories.list(Scope.ofWorkspace(workspace), MemoryFilter.of("archive"), PageRequest.first(1))
                .total();
    }

    private int run(String line) {
        PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new ShellCommand(processor).run(List.of(line), new Console(outStream, errStream, false, 200, home));
    }
}
