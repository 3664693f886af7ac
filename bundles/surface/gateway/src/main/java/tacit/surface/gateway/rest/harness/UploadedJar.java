package tacit.surface.gateway.rest.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A jar that came over HTTP, as a file of its own for as long as it is examined. Confined to one call. */
final class UploadedJar implements AutoCloseable {

    private final Path folder;
    private final Path file;

    private UploadedJar(Path folder, Path file) {
        this.folder = folder;
        this.file = file;
    }

    /**
     * Writes it down where only this process's user sees it.
     *
     * @param name of the file, without folders
     * @param statement its signed statement; null for none
     */
    static UploadedJar of(String name, byte[] jar, @Nullable String statement) {
        try {
            Path folder = Files.createTempDirectory("tacit-stage");
            UploadedJar uploaded = new UploadedJar(folder, folder.resolve(name));
            try {
                uploaded.write(jar, statement);
            } catch (IOException e) {
                uploaded.close();
                throw e;
            }
            return uploaded;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep a jar for its examination", e);
        }
    }

    private void write(byte[] jar, @Nullable String statement) throws IOException {
        Files.write(file, jar);
        if (statement != null) {
            Files.writeString(beside(), statement, StandardCharsets.UTF_8);
        }
    }

    Path file() {
        return file;
    }

    private Path beside() {
        return file.resolveSibling(file.getFileName() + ".statement");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(beside());
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove '" + folder + "'", e);
        }
    }
}
