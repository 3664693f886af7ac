package tacit.surface.agents.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A settings file of another program as it stood when it was read. Immutable. */
public final class SettingsFile {

    private static final String MARK = "\uFEFF";
    private static final String OWNER = "rw-------";

    private final Path path;
    private final Path target;
    private final byte @Nullable [] bytes;

    private SettingsFile(Path path, Path target, byte @Nullable [] bytes) {
        this.path = path;
        this.target = target;
        this.bytes = bytes;
    }

    /**
     * Reads a file.
     *
     * @throws IllegalStateException where it cannot be read, or a link leads nowhere
     */
    public static SettingsFile read(Path path) {
        try {
            if (Files.exists(path)) {
                Path target = path.toRealPath();
                return new SettingsFile(path, target, Files.readAllBytes(target));
            }
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new IllegalStateException("Cannot read '" + path + "': it is a link that leads nowhere");
            }
            return new SettingsFile(path, path, null);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read '" + path + "': " + e.getMessage(), e);
        }
    }

    /** The file as the user knows it. */
    public Path path() {
        return path;
    }

    /** The file itself, where the path is a symbolic link. */
    public Path target() {
        return target;
    }

    /** The content; null where there is no such file. */
    public byte @Nullable [] bytes() {
        return bytes == null ? null : bytes.clone();
    }

    /** The same file with another content, which stands nowhere yet. */
    public SettingsFile with(byte[] content) {
        return new SettingsFile(path, target, content.clone());
    }

    /**
     * The content without a byte order mark; empty where there is no file.
     *
     * @throws IllegalStateException where it is no UTF-8
     */
    public String text() {
        if (bytes == null) {
            return "";
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("Cannot read '" + path + "': it is not UTF-8", e);
        }
    }

    /** The bytes of another text for this file, with the byte order mark that it has. */
    public byte[] encoded(String text) {
        byte[] known = bytes;
        boolean marked =
                known != null && known.length >= 3 && new String(known, 0, 3, StandardCharsets.UTF_8).equals(MARK);
        return ((marked ? MARK : "") + text).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Replaces the content as one act; permissions stay, and a new file is for its owner only.
     *
     * @throws IllegalStateException where somebody changed the file meanwhile
     */
    public void replace(byte[] content) {
        try {
            refuseChanged();
            Files.createDirectories(target.toAbsolutePath().getParent());
            Path draft = target.resolveSibling(target.getFileName() + ".tacit-new");
            Files.deleteIfExists(draft);
            write(draft, content);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot write '" + path + "': " + e, e);
        }
    }

    /** Takes the file away, where it stands as it was read. */
    public void delete() {
        try {
            refuseChanged();
            Files.deleteIfExists(target);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete '" + path + "': " + e.getMessage(), e);
        }
    }

    private void refuseChanged() throws IOException {
        byte[] now = Files.exists(target) ? Files.readAllBytes(target) : null;
        if (!Arrays.equals(now, bytes)) {
            throw new IllegalStateException(
                    "Cannot change '" + path + "': another program changed it just now, try again");
        }
    }

    private void write(Path draft, byte[] content) throws IOException {
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(draft, fresh, ownerOnly(draft))) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        if (bytes != null && posix(draft)) {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(target);
            Files.setPosixFilePermissions(draft, rights);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return posix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER))}
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
