package tacit.runtime.launcher.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The right to use a data directory: held by one process at a time and given back by the system when it dies. */
public final class DataLock {

    /** The verb that may use a directory of which only a part is there. */
    public static final String RESTORE = "restore";

    private final DataDirectory data;
    private final FileChannel channel;

    private DataLock(DataDirectory data, FileChannel channel) {
        this.data = data;
        this.channel = channel;
    }

    /**
     * Takes the lock and notes who has it; empty when another process has it.
     *
     * @param verb what this process is going to do
     * @throws IllegalStateException when a restore was cut off, and this is none
     */
    public static Optional<DataLock> tryAcquire(DataDirectory data, String verb) throws IOException {
        if (Files.exists(data.restoring()) && !verb.equals(RESTORE)) {
            throw new IllegalStateException("Cannot use data directory '" + data.root()
                    + "': a restore is running or was cut off; when none runs, run it again with --force");
        }
        data.create();
        FileChannel channel = FileChannel.open(data.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            return Optional.empty();
        }
        Holder.current(verb).write(data);
        return Optional.of(new DataLock(data, channel));
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    /** Does the work and gives the lock back, however the work ends. */
    public int during(Work work) throws Exception {
        try {
            return work.run();
        } finally {
            release();
        }
    }

    void release() throws IOException {
        Files.deleteIfExists(data.holder());
        channel.close();
    }

    /** What is done while the lock is held; answers an exit code. */
    @FunctionalInterface
    public interface Work {

        int run() throws Exception;
    }
}
