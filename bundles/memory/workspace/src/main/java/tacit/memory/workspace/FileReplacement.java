package tacit.memory.workspace;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.WorkspaceFile;

/** Puts a text in place of a file: written beside it, brought to the disk, then renamed. Confined to one call. */
final class FileReplacement {

    private static final Duration ABANDONED = Duration.ofHours(1);

    private final InnerPath file;
    private final @Nullable String expectedSha256;
    private final long largest;

    FileReplacement(InnerPath file, @Nullable String expectedSha256, long largest) {
        this.file = file;
        this.expectedSha256 = expectedSha256;
        this.largest = largest;
    }

    boolean with(String text) throws IOException {
        if (!asExpected()) {
            return false;
        }
        file.makeFolders();
        Path folder = Objects.requireNonNull(file.path().getParent());
        Path beside = folder.resolve(InnerPath.UNFINISHED + UUID.randomUUID() + ".tmp");
        try {
            write(beside, text);
            sweep(folder, Files.getLastModifiedTime(beside).toInstant());
            // Looked at again because another process may have written while this one did.
            if (!asExpected() || !put(beside)) {
                return false;
            }
        } finally {
            Files.deleteIfExists(beside);
        }
        force(folder);
        return true;
    }

    /** Removes the file. */
    boolean withNothing() throws IOException {
        if (!asExpected()) {
            return false;
        }
        boolean removed = Files.deleteIfExists(file.path());
        force(Objects.requireNonNull(file.path().getParent()));
        return removed;
    }

    private boolean asExpected() throws IOException {
        Optional<WorkspaceFile> now = new FileReading(file, 0, largest).read();
        // A plain file that is there all the same was made since; putting ours there tells.
        if (now.isEmpty()
                && Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("Cannot write '" + file.relative() + "': it is no file");
        }
        return Objects.equals(now.map(WorkspaceFile::sha256).orElse(null), expectedSha256);
    }

    private void write(Path beside, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        PosixFileAttributeView old =
                Files.getFileAttributeView(file.path(), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (expectedSha256 != null && old != null) {
            Files.setPosixFilePermissions(beside, old.readAttributes().permissions());
        }
    }

    /** A link is refused where a file is, so that of two processes that make the same file one is told. */
    private boolean put(Path beside) throws IOException {
        if (expectedSha256 != null) {
            Files.move(beside, file.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        }
        try {
            Files.createLink(file.path(), beside);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException e) {
            Files.move(beside, file.path());
            return true;
        }
    }

    /** Removes what writers left that died at it. */
    private static void sweep(Path folder, Instant now) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, InnerPath.UNFINISHED + "*.tmp")) {
            for (Path file : left) {
                if (changedAt(file).isBefore(now.minus(ABANDONED))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** A file that is gone by now was another writer's, and is as new as can be. */
    private static Instant changedAt(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
        } catch (NoSuchFileException e) {
            return Instant.MAX;
        }
    }

    private static void force(Path folder) throws IOException {
        if (File.separatorChar == '/') {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
