package tacit.pulse.executors.shells;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.execute.Shells;
import tacit.api.ingest.Redactor;
import tacit.api.memory.Workspaces;
import tacit.channel.exchange.Surroundings;
import tacit.pulse.executors.work.Program;

/** Runs each command in a shell of its own that goes on where the last one left off. Thread-safe. */
@Component(service = {Shells.class, FileShells.class})
public final class FileShells implements Shells {

    static final int LONGEST_COMMAND = 32_000;
    static final int MOST_SESSIONS = 100;
    private static final long MOST_BYTES = 16L << 20;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

    private final ShellFiles files;
    private final Workspaces workspaces;
    private final Clock clock;
    private final ShellScript script;
    private final ShellView view;
    private final SortedMap<String, String> base = new TreeMap<>();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    @Activate
    public FileShells(
            @Reference ShellFiles files,
            @Reference Workspaces workspaces,
            @Reference Redactor redactor,
            @Reference Clock clock) {
        this(files, workspaces, redactor, clock, System.getenv(), ShellScript.here());
    }

    FileShells(
            ShellFiles files,
            Workspaces workspaces,
            Redactor redactor,
            Clock clock,
            Map<String, String> host,
            ShellScript script) {
        this.files = files;
        this.workspaces = workspaces;
        this.clock = clock;
        this.script = script;
        view = new ShellView(redactor);
        Surroundings.of(host).replace(base, Map.of());
    }

    @Override
    public ShellResult run(String workspaceId, String key, String command, Duration timeout)
            throws InterruptedException {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "key must be 1 to 128 letters, digits, dots, underscores, colons and hyphens");
        }
        if (command.isBlank() || command.length() > LONGEST_COMMAND || command.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("command must be a text of at most " + LONGEST_COMMAND + " characters");
        }
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("timeout must be in (0, 1h], got " + timeout);
        }
        Path folder = folder(workspaceId);
        ReentrantLock lock = lock(workspaceId, key);
        lock.lockInterruptibly();
        try {
            return run(session(workspaceId, key), command, timeout, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run a command in session '" + key + "'", e);
        } finally {
            lock.unlock();
        }
    }

    private ReentrantLock lock(String workspaceId, String key) {
        return locks.computeIfAbsent(workspaceId + "\n" + key, any -> new ReentrantLock());
    }

    private Path folder(String workspaceId) {
        Path folder = workspaces.folder(workspaceId).map(Path::of).orElse(null);
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("workspace '" + workspaceId + "' must have a folder");
        }
        return folder;
    }

    private ShellState session(String workspaceId, String key) throws IOException {
        ShellState found = files.find(workspaceId, key).orElse(null);
        if (found != null) {
            return found;
        }
        if (files.all(workspaceId).size() >= MOST_SESSIONS) {
            throw new IllegalArgumentException(
                    "workspace must have at most " + MOST_SESSIONS + " shell sessions: reset some first");
        }
        return ShellState.fresh(workspaceId, key, clock.instant());
    }

    private ShellResult run(ShellState before, String command, Duration timeout, Path folder)
            throws IOException, InterruptedException {
        Path scratch = files.scratch(before.workspaceId(), before.key());
        try {
            script.prepare(scratch, before, command);
            Map<String, String> environment = environment(before, scratch);
            Program.Ended ended = new Program(
                            script.command(scratch),
                            begin(before, folder),
                            environment,
                            Files.createFile(scratch.resolve("input")),
                            scratch.resolve("output"),
                            scratch.resolve("error"),
                            timeout,
                            MOST_BYTES,
                            null)
                    .run();
            ShellState left = ended.timedOut() || ended.tooMuch() ? before : script.left(scratch, before, base);
            files.write(left.used(clock.instant()));
            return view.result(ended, scratch);
        } finally {
            ShellFiles.remove(scratch);
        }
    }

    private Map<String, String> environment(ShellState state, Path scratch) {
        Map<String, String> environment = new HashMap<>(base);
        state.removed().forEach(environment::remove);
        environment.putAll(state.environment());
        environment.put("TACIT_SHELL", scratch.toString());
        return environment;
    }

    /** A folder that is gone is the workspace's own again. */
    private static Path begin(ShellState state, Path folder) {
        Path last = state.folder().isEmpty() ? folder : Path.of(state.folder());
        return Files.isDirectory(last) ? last : folder;
    }

    @Override
    public List<ShellSession> sessions(String workspaceId) {
        try {
            Path folder = workspaces.folder(workspaceId).map(Path::of).orElse(Path.of("/"));
            return files.all(workspaceId).stream()
                    .map(state -> view.session(state, begin(state, folder)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the shell sessions", e);
        }
    }

    @Override
    public boolean reset(String workspaceId, String key) {
        ReentrantLock lock = lock(workspaceId, key);
        lock.lock();
        try {
            return files.remove(workspaceId, key);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot reset session '" + key + "'", e);
        } finally {
            lock.unlock();
        }
    }
}
