package tacit.runtime.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Puts the files of a copy into a folder, for their owner's eyes only. */
final class FilesRestore {

    private final Path target;
    private final boolean posix;

    FilesRestore(Path target) {
        this.target = target.toAbsolutePath().normalize();
        this.posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Answers how many files there were. */
    int run(BackupReader copy) throws IOException {
        int files = 0;
        for (Manifest.Part part : copy.manifest().parts()) {
            if (part.name().startsWith(Manifest.FILES)) {
                put(copy, part);
                files++;
            }
        }
        return files;
    }

    private void put(BackupReader copy, Manifest.Part part) throws IOException {
        SafeName.require(part.name());
        Path file =
                target.resolve(part.name().substring(Manifest.FILES.length())).normalize();
        if (!file.startsWith(target)) {
            throw new BadBackupException("it holds a part with the name '" + part.name() + "', which leads elsewhere");
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent()), rights("rwx------"));
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        String rights = part.executable() ? "rwx------" : "rw-------";
        try (FileChannel channel = FileChannel.open(file, fresh, rights(rights));
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            copy.copy(part, out);
            out.flush();
            channel.force(true);
        }
    }

    private FileAttribute<?>[] rights(String rights) {
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
