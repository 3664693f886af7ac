package tacit.runtime.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Folders and files that survive a crash once they are made, and that only their owner can read. */
final class SafeFolder {

    private SafeFolder() {}

    /** Makes a folder and those above it that are missing; each is on disk when this returns. */
    static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = Objects.requireNonNull(folder.getParent());
        create(parent);
        Files.createDirectory(folder, ownerOnly(folder, "rwx------"));
        sync(parent);
    }

    /** Puts a file with this content in the place of whatever is there: after a crash it is the old one or the new one. */
    static void replace(Path file, Path temporary, byte[] content) throws IOException {
        Files.deleteIfExists(temporary);
        try {
            writeNew(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(Objects.requireNonNull(file.getParent()));
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    /** Opens a file for writing and makes it, for its owner's eyes only, where it is missing. */
    static FileChannel openForWriting(Path file) throws IOException {
        boolean missing = !Files.exists(file);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileChannel channel = FileChannel.open(file, options, ownerOnly(file, "rw-------"));
        if (missing) {
            sync(Objects.requireNonNull(file.getParent()));
        }
        return channel;
    }

    static void writeFully(FileChannel channel, long position, byte[] content) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            channel.write(rest, position + rest.position());
        }
    }

    /** Makes what was created, renamed or deleted in a folder durable; Windows does so by itself and has no way to ask. */
    static void sync(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void writeNew(Path file, byte[] content) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, ownerOnly(file, "rw-------"))) {
            writeFully(channel, 0, content);
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file, String rights) {
        return isPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
