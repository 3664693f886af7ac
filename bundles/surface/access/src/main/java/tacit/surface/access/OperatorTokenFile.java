package tacit.surface.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The file that lets the owner of the data directory act as operator; nobody else can ever read it. */
final class OperatorTokenFile {

    /** The name of the file in the data directory. */
    static final String NAME = "operator-token";

    private final Path file;

    OperatorTokenFile(Path dataDirectory) {
        file = dataDirectory.resolve(NAME);
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Writes a new file; it has its rights from the moment at which it exists, and refuses to follow what lies there. */
    void write(String token) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel channel = FileChannel.open(file, fresh, ownerOnly())) {
                channel.write(ByteBuffer.wrap((token + "\n").getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the operator token to '" + file + "': " + e.getMessage(), e);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
