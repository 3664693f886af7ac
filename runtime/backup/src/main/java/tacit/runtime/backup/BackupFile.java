package tacit.runtime.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A copy that is being written, beside its place and for its owner's eyes only; it takes its name when it is whole. Confined to
 * one thread.
 */
final class BackupFile implements AutoCloseable {

    /** Writes the bytes of a part. */
    @FunctionalInterface
    interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final Path draft;
    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final List<Manifest.Part> parts = new ArrayList<>();

    private BackupFile(Path file, Path draft, FileChannel channel) {
        this.file = file;
        this.draft = draft;
        this.channel = channel;
        this.zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
    }

    /** Begins a copy; another that was cut off stays where it is. */
    static BackupFile at(Path file) throws IOException {
        Path draft = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName() + ".", ".part", ownerOnly(file));
        FileChannel channel = FileChannel.open(draft, Set.of(StandardOpenOption.WRITE));
        return new BackupFile(file, draft, channel);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The parts so far. */
    List<Manifest.Part> parts() {
        return List.copyOf(parts);
    }

    void add(String name, boolean executable, Content content) throws IOException {
        MessageDigest digest = Hashing.sha256();
        zip.putNextEntry(new ZipEntry(name));
        Counting counting = new Counting(new Open(zip));
        OutputStream part = new BufferedOutputStream(new DigestOutputStream(counting, digest), BUFFER);
        content.writeTo(part);
        part.flush();
        zip.closeEntry();
        parts.add(new Manifest.Part(name, counting.bytes, HexFormat.of().formatHex(digest.digest()), executable));
    }

    /** Ends the copy with what it holds, brings it to the disk and gives it its name. */
    void keep(Manifest manifest) throws IOException {
        byte[] json = manifest.json().getBytes(StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(json);
        zip.closeEntry();
        zip.setComment(Hashing.of(json));
        zip.finish();
        zip.flush();
        channel.force(true);
        channel.close();
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what was not kept. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(draft);
    }

    /** Lets a part be flushed but not end the whole. */
    private static final class Open extends FilterOutputStream {

        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() {
            // The buffer below is written when it is full
        }

        @Override
        public void close() {
            // The next part follows
        }
    }

    /** Counts what goes through. */
    private static final class Counting extends FilterOutputStream {

        private long bytes;

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            bytes++;
            out.write(value);
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            bytes += length;
            out.write(some, offset, length);
        }
    }
}
