package tacit.memory.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.WorkspaceFile;

/** Reads a file in one go: its begin as text, all of it as a fingerprint. Confined to one call. */
final class FileReading {

    private static final int TRIES = 3;
    private static final int BLOCK = 64 * 1024;

    private final InnerPath file;
    private final int mostBytes;
    private final long largest;

    FileReading(InnerPath file, int mostBytes, long largest) {
        this.file = file;
        this.mostBytes = mostBytes;
        this.largest = largest;
    }

    /** Reads again, a few times, what somebody else is just writing. */
    Optional<WorkspaceFile> read() throws IOException {
        for (int i = 1; true; i++) {
            BasicFileAttributes before = file.attributes();
            if (before == null || !before.isRegularFile()) {
                return Optional.empty();
            }
            if (before.size() > largest) {
                throw new IOException("Cannot read '" + file.relative() + "': it has more than " + largest + " bytes");
            }
            try {
                WorkspaceFile read = read(before);
                BasicFileAttributes after = file.attributes();
                if (i == TRIES || unchanged(before, after)) {
                    return Optional.of(read);
                }
            } catch (NoSuchFileException e) {
                // Gone between the look and the reading: the next look decides.
            }
        }
    }

    private static boolean unchanged(BasicFileAttributes before, @Nullable BasicFileAttributes after) {
        return after != null
                && before.size() == after.size()
                && before.lastModifiedTime().equals(after.lastModifiedTime())
                && Objects.equals(before.fileKey(), after.fileKey());
    }

    private WorkspaceFile read(BasicFileAttributes attributes) throws IOException {
        MessageDigest digest = Sha256.digest();
        ByteArrayOutputStream begin = new ByteArrayOutputStream();
        long size = 0;
        try (SeekableByteChannel channel =
                Files.newByteChannel(file.path(), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK);
            while (channel.read(block) >= 0 && size <= largest) {
                int length = block.position();
                digest.update(block.array(), 0, length);
                begin.write(block.array(), 0, Math.max(0, Math.min(length, mostBytes + 1 - begin.size())));
                size += length;
                block.clear();
            }
        }
        return new WorkspaceFile(
                file.relative(),
                text(begin.toByteArray()),
                size,
                attributes.lastModifiedTime().toInstant(),
                Sha256.hex(digest),
                size <= mostBytes);
    }

    /** Cuts before a letter that would be cut in two. */
    private String text(byte[] bytes) {
        int end = Math.min(bytes.length, mostBytes);
        while (end > 0 && end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
