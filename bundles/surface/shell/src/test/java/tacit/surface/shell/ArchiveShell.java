package tacit.surface.shell;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import tacit.api.access.AuditEntry;
import tacit.api.command.Console;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.CaptureRequest;
import tacit.api.memory.CaptureResult;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.TrustLane;
import tacit.api.recall.SearchIndex;
import tacit.api.store.Database;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.memory.archive.StoredArchive;
import tacit.memory.archive.StoredObservations;
import tacit.memory.archive.StoredUpkeep;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.FakeGate;
import tacit.runtime.testkit.MovingClock;

/** The command for memories over a real archive, whose index finds nothing, run from a folder. */
final class ArchiveShell implements AutoCloseable {

    final ListAudit audit = new ListAudit();
    final SqlMemoryStore store;
    final StoredArchive archive;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ThreadIOImpl io = new ThreadIOImpl();
    private final CommandProcessorImpl processor = new CommandProcessorImpl(io);
    private final Path folder;

    ArchiveShell(Database database, Path folder) {
        this.folder = folder;
        MovingClock clock = new MovingClock();
        store = new SqlMemoryStore(database, clock);
        FakeGate gate = new FakeGate();
        Map<String, Object> usual = Map.of("structured_observations", false);
        archive = new StoredArchive(store, none(), gate, clock, Configurations.of(StoredArchive.Config.class, usual));
        ArchiveRoles roles = new ArchiveRoles();
        roles.archive = archive;
        roles.upkeep = new StoredUpkeep(store, gate, clock, Configurations.of(StoredUpkeep.Config.class, Map.of()));
        roles.observations = new StoredObservations(store, none());
        io.start();
        ArchiveVerbs verbs = new ArchiveVerbs(roles, store, audit);
        MemoryUpkeep upkeep = new MemoryUpkeep(audit);
        processor.addCommand(
                "tacit",
                new MemoryCommands(store, new FakeLearning(), new FakeForgetting(), upkeep, verbs, audit),
                "memory");
    }

    private static SearchIndex none() {
        return (SearchIndex) Proxy.newProxyInstance(
                SearchIndex.class.getClassLoader(), new Class<?>[] {SearchIndex.class}, (self, method, arguments) -> {
                    throw new IllegalStateException("Nothing is looked for by words here");
                });
    }

    /** Runs a line and answers what it printed; the exit code comes last. */
    String run(String line) {
        out.reset();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exit = new ShellCommand(processor).run(List.of(line), new Console(print, print, false, 200, folder));
        return out.toString(StandardCharsets.UTF_8) + "exit " + exit;
    }

    /** What stands behind a name in the last answer. */
    String told(String name) {
        Matcher line = Pattern.compile("(?m)^" + name + " +(\\S.*)$").matcher(out.toString(StandardCharsets.UTF_8));
        if (!line.find()) {
            throw new AssertionError("nothing on " + name + " in " + out.toString(StandardCharsets.UTF_8));
        }
        return line.group(1);
    }

    List<String> acts() {
        return audit.entries.stream().map(AuditEntry::action).toList();
    }

    List<MemoryRecord> all() {
        return store.list(Scope.ofDefaultWorkspace(), MemoryFilter.of("archive"), PageRequest.first(100))
                .rows();
    }

    /** What an agent kept while it worked on a run. */
    String keep(String taskId, String text) {
        CaptureResult kept = archive.capture(new CaptureRequest(
                Scope.DEFAULT_WORKSPACE,
                null,
                taskId,
                ArchiveType.DECISION,
                text,
                false,
                TrustLane.INFERENCE,
                List.of(Evidence.of(Evidence.Kind.TRACE, taskId)),
                ArchiveOrigin.TOOL,
                CaptureRequest.Batching.USUAL,
                CaptureRequest.Place.USUAL));
        return Objects.requireNonNull(kept.record(), kept.words()).id();
    }

    @Override
    public void close() {
        io.stop();
    }
}
