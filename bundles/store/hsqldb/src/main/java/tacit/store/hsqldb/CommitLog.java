package tacit.store.hsqldb;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.hsqldb.lib.EventLogInterface;
import org.hsqldb.lib.FileAccess;
import org.hsqldb.lib.FileUtil;
import org.jspecify.annotations.Nullable;

/**
 * The files of the engine, with one difference: a commit hands its changes to the system while it holds the engine's
 * locks, and waits for the disk after it let go of them. So nobody else waits for the disk; the caller of the commit goes on
 * once its changes are durable, as ever. A log that cannot be written is told to whoever commits; the engine alone would only
 * note it. Thread-safe.
 */
final class CommitLog implements FileAccess {

    private static final String SUFFIX = ".log";

    private final FileAccess files = FileUtil.getFileUtil();
    private final ThreadLocal<Boolean> committing = ThreadLocal.withInitial(() -> false);
    private volatile @Nullable LogFile current;

    /** Commits and waits until that is on the disk. */
    void commit(Connection connection) throws SQLException {
        committing.set(true);
        try {
            connection.commit();
        } finally {
            committing.remove();
        }
        LogFile file = current;
        if (file != null) {
            settle(file);
        }
    }

    private static void settle(LogFile file) throws SQLException {
        try {
            file.settle();
        } catch (IOException e) {
            throw new SQLException("Cannot write the log of the database: " + e.getMessage(), "58030", e);
        }
    }

    @Override
    public OutputStream openOutputStreamElementAppend(String name) throws IOException {
        if (!name.endsWith(SUFFIX)) {
            return files.openOutputStreamElementAppend(name);
        }
        LogFile file = new LogFile(name);
        current = file;
        return file;
    }

    @Override
    public FileSync getFileSync(OutputStream stream) throws IOException {
        return stream instanceof LogFile file ? () -> sync(file) : files.getFileSync(stream);
    }

    private void sync(LogFile file) throws IOException {
        file.owe();
        if (!committing.get()) {
            file.settle();
        }
    }

    /** One file of the log; the next one begins with a checkpoint, which is durable without it. */
    private static final class LogFile extends FileOutputStream {

        private final FileDescriptor descriptor;
        private boolean owed;
        private @Nullable IOException failure;

        LogFile(String name) throws IOException {
            super(name, true);
            descriptor = getFD();
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one});
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            write(bytes, 0, bytes.length);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                super.write(bytes, from, length);
            } catch (IOException e) {
                fail(e);
                throw e;
            }
        }

        synchronized void owe() {
            owed = true;
        }

        private synchronized void fail(IOException e) {
            failure = e;
        }

        /** Returns once all that was owed is on the disk; who comes meanwhile waits for the same. */
        synchronized void settle() throws IOException {
            if (failure != null) {
                throw new IOException(failure.getMessage(), failure);
            }
            if (!owed) {
                return;
            }
            try {
                descriptor.sync();
                owed = false;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }

    @Override
    public InputStream openInputStreamElement(String name) throws IOException {
        return files.openInputStreamElement(name);
    }

    @Override
    public OutputStream openOutputStreamElement(String name) throws IOException {
        return files.openOutputStreamElement(name);
    }

    @Override
    public boolean isStreamElement(String name) {
        return files.isStreamElement(name);
    }

    @Override
    public void createParentDirs(String name) {
        files.createParentDirs(name);
    }

    @Override
    public boolean removeElement(String name) {
        return files.removeElement(name);
    }

    @Override
    public boolean renameElement(String from, String to) {
        return files.renameElement(from, to);
    }

    @Override
    public boolean renameElementOrCopy(String from, String to, EventLogInterface events) {
        return files.renameElementOrCopy(from, to, events);
    }
}
