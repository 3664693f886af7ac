package tacit.learn.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Lines in a file that its owner alone may read, and that is there whole or not at all. Confined to one thread. */
final class PrivateFile implements AutoCloseable {

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final BufferedWriter writer;

    private PrivateFile(Path target, Path part) throws IOException {
        this.target = target;
        this.part = part;
        this.channel = FileChannel.open(part, StandardOpenOption.WRITE);
        this.writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
    }

    /**
     * Begins a file beside the target.
     *
     * @throws IllegalArgumentException when it cannot be written there
     */
    static PrivateFile at(Path target) {
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("Cannot write '" + target + "': its folder is not there");
        }
        if (Files.isDirectory(target)) {
            throw new IllegalArgumentException("Cannot write '" + target + "': it is a folder");
        }
        try {
            return new PrivateFile(target, Files.createTempFile(folder, ".tacit-export-", ".part", ownerOnly()));
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot write '" + target + "': " + e.getMessage(), e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    void line(String text) {
        try {
            writer.write(text);
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write '" + target + "'", e);
        }
    }

    /** Puts it in the place of the target once all of it is on the disk. */
    void keep() {
        try {
            writer.flush();
            channel.force(true);
            writer.close();
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write '" + target + "'", e);
        }
    }

    /** Leaves nothing of what was not kept. */
    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove '" + part + "'", e);
        }
    }
}
