package tacit.runtime.sandbox.process;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tacit.runtime.sandbox.walls.Folders;
import tacit.runtime.sandbox.walls.Walls;

/** Starts child processes behind walls and knows those that live. Thread-safe. */
public final class CellStarter implements AutoCloseable {

    /** User ids that systems leave free: one for each process, so that limits per user are limits per process. */
    private static final int FIRST_USER = 60_706;

    private static final int USERS = 400;
    private static final String CLOSED = "the sandbox is closed";

    private final Walls walls;
    private final Folders folders;
    private final CellCommand command;
    private final Cell.Bounds bounds;
    private final Duration deadline;
    private final SecureRandom tokens = new SecureRandom();
    private final AtomicInteger started = new AtomicInteger();
    private final Set<Cell> living = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** The deadline is for a process to be ready. */
    public CellStarter(Walls walls, Folders folders, CellCommand command, Cell.Bounds bounds, Duration deadline) {
        this.walls = walls;
        this.folders = folders;
        this.command = command;
        this.bounds = bounds;
        this.deadline = deadline;
    }

    public Walls walls() {
        return walls;
    }

    /** Returns once the process is ready; throws IllegalStateException when it is not in time. */
    public Cell start() throws InterruptedException {
        Cell cell = null;
        try {
            cell = spawn();
            cell.greet(deadline);
            return cell;
        } catch (IOException | CellEndedException failure) {
            end(cell);
            String reason = closed ? CLOSED : String.valueOf(failure.getMessage());
            throw new IllegalStateException("Cannot start a child process: " + reason, failure);
        } catch (TimeoutException late) {
            end(cell);
            throw new IllegalStateException("Cannot start a child process within " + deadline, late);
        }
    }

    private Cell spawn() throws IOException {
        if (closed) {
            throw new IllegalStateException("Cannot start a child process: " + CLOSED);
        }
        int user = FIRST_USER + Math.floorMod(started.getAndIncrement(), USERS);
        Path folder = folders.create(user, walls.foreignUser());
        ProcessBuilder builder = new ProcessBuilder(walls.command(folder, user, command::cell));
        builder.environment().clear();
        Process process = builder.directory(folder.toFile()).start();
        Cell cell = new Cell(process, folder, tokens.nextLong(), bounds, this::forget);
        living.add(cell);
        if (closed) {
            cell.close();
        }
        return cell;
    }

    private static void end(@Nullable Cell cell) {
        if (cell != null) {
            cell.close();
        }
    }

    private void forget(Cell cell) {
        folders.delete(cell.folder());
        living.remove(cell);
    }

    /** Ends every child process, also those in use. */
    @Override
    public void close() {
        closed = true;
        living.forEach(Cell::close);
    }
}
