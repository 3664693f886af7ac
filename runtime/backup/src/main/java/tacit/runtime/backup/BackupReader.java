package tacit.runtime.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A copy that is read; every byte is held against its SHA-256. Confined to one thread. */
final class BackupReader implements AutoCloseable {

    private static final int LARGEST_MANIFEST = 64_000_000;
    private static final int BUFFER = 1 << 16;

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupReader(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens a copy and reads what it should hold; its parts are not looked at yet.
     *
     * @throws BadBackupException when it is cut off, changed, or none
     */
    static BackupReader open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | EOFException e) {
            throw new BadBackupException("it is cut off, or no copy of Tacit");
        }
        try {
            BackupReader reader = new BackupReader(zip, manifest(zip));
            reader.refuseOtherNames();
            return reader;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null || zip.getComment() == null) {
            throw new BadBackupException("it has no manifest, so it is no copy of Tacit");
        }
        try (InputStream content = zip.getInputStream(entry)) {
            byte[] json = content.readNBytes(LARGEST_MANIFEST);
            if (!Hashing.of(json).equals(zip.getComment())) {
                throw new BadBackupException("its manifest was changed");
            }
            return Manifest.parse(json);
        } catch (ZipException | EOFException e) {
            throw new BadBackupException("its manifest was changed");
        }
    }

    Manifest manifest() {
        return manifest;
    }

    private void refuseOtherNames() {
        Set<String> wanted = new HashSet<>(Set.of(Manifest.NAME));
        manifest.parts().forEach(part -> wanted.add(part.name()));
        if (wanted.size() != manifest.parts().size() + 1) {
            throw new BadBackupException("its manifest names a part twice");
        }
        Set<String> found = new HashSet<>();
        zip.stream().map(ZipEntry::getName).forEach(name -> {
            if (!wanted.contains(name) || !found.add(name)) {
                throw new BadBackupException("it holds '" + name + "', which its manifest does not name once");
            }
        });
        manifest.parts().forEach(part -> SafeName.require(part.name()));
        for (Manifest.Table table : manifest.tables()) {
            if (!wanted.contains(table.part())) {
                throw new BadBackupException("its manifest names table '" + table.name() + "' without rows");
            }
        }
    }

    /** Reads every part and holds it against the manifest. */
    void verify() throws IOException {
        for (Manifest.Part part : manifest.parts()) {
            copy(part, OutputStream.nullOutputStream());
        }
    }

    /** The parts by name. */
    Map<String, Manifest.Part> parts() {
        Map<String, Manifest.Part> byName = new HashMap<>();
        manifest.parts().forEach(part -> byName.put(part.name(), part));
        return byName;
    }

    /** Opens a part, of which nothing is held against the manifest yet. */
    InputStream open(Manifest.Part part) throws IOException {
        ZipEntry entry = zip.getEntry(part.name());
        if (entry == null) {
            throw new BadBackupException("'" + part.name() + "' is missing in it");
        }
        return zip.getInputStream(entry);
    }

    /** Copies a part; what was copied of one that was changed must not be used. */
    void copy(Manifest.Part part, OutputStream target) throws IOException {
        MessageDigest digest = Hashing.sha256();
        DigestOutputStream hashed = new DigestOutputStream(target, digest);
        long left = part.bytes();
        try (InputStream content = open(part)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw changed(part);
                }
                hashed.write(buffer, 0, read);
            }
        } catch (ZipException | EOFException e) {
            throw changed(part);
        }
        hashed.flush();
        if (left != 0 || !HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
            throw changed(part);
        }
    }

    private static BadBackupException changed(Manifest.Part part) {
        return new BadBackupException("'" + part.name() + "' in it was changed");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
