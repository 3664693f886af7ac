package tacit.runtime.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.generation.Artifacts;

/** Keeps each jar in a file named by its hash; a file that has that name is whole. Thread-safe. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = FileArtifacts.Config.class)
public final class FileArtifacts implements Artifacts {

    /** Where the jars lie. */
    @ObjectClassDefinition(name = "Tacit store of jars")
    public @interface Config {

        @AttributeDefinition(name = "Data directory", description = "Its folder store holds the jars by hash")
        String data_directory();
    }

    private static final String JAR = ".jar";
    private static final String STATEMENT = ".statement";

    private final Object lock = new Object();
    private final Path jars;
    private final Path unfinished;

    @Activate
    public FileArtifacts(Config config) {
        this(directory(config.data_directory()));
    }

    FileArtifacts(Path dataDirectory) {
        jars = dataDirectory.resolve("store").resolve("sha256");
        unfinished = dataDirectory.resolve("store").resolve("unfinished");
        try {
            SafeFolder.create(jars);
            SafeFolder.create(unfinished);
            for (Path left : files(unfinished)) {
                Files.delete(left);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Cannot open the store of jars in '" + dataDirectory + "': " + e, e);
        }
    }

    /** Keeps a jar; a file under its name that the disk has damaged since is replaced. */
    @Override
    public String put(byte[] jar) {
        String sha256 = Digest.of(jar);
        synchronized (lock) {
            if (!isWhole(sha256)) {
                write(file(sha256, JAR), jar);
            }
        }
        return sha256;
    }

    @Override
    public byte[] read(String sha256) {
        Path file = file(sha256, JAR);
        if (!Files.exists(file)) {
            throw new IllegalStateException("Cannot read jar '" + sha256 + "': it is not in the store");
        }
        byte[] jar = bytes(file);
        if (!Digest.of(jar).equals(sha256)) {
            throw new IllegalStateException(
                    "Cannot use jar '" + sha256 + "': file '" + file + "' was changed, its hash is '" + Digest.of(jar)
                            + "'; stage the original again or restore it from a backup");
        }
        return jar;
    }

    @Override
    public boolean contains(String sha256) {
        return Files.exists(file(sha256, JAR));
    }

    @Override
    public void putStatement(String sha256, String statement) {
        synchronized (lock) {
            if (!contains(sha256)) {
                throw new IllegalArgumentException("sha256 must name a jar in the store, got '" + sha256 + "'");
            }
            write(file(sha256, STATEMENT), statement.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public Optional<String> statement(String sha256) {
        Path file = file(sha256, STATEMENT);
        return Files.exists(file) ? Optional.of(new String(bytes(file), StandardCharsets.UTF_8)) : Optional.empty();
    }

    @Override
    public Set<String> keepOnly(Set<String> needed) {
        Set<String> deleted = new TreeSet<>();
        synchronized (lock) {
            try {
                for (Path folder : files(jars)) {
                    for (Path file : files(folder)) {
                        String sha256 = name(file).replaceAll("\\..*", "");
                        if (!needed.contains(sha256)) {
                            Files.delete(file);
                            deleted.add(sha256);
                        }
                    }
                }
            } catch (IOException e) {
                throw new IllegalStateException("Cannot delete jars that nobody needs: " + e, e);
            }
        }
        return deleted;
    }

    private boolean isWhole(String sha256) {
        Path file = file(sha256, JAR);
        return Files.exists(file) && Digest.of(bytes(file)).equals(sha256);
    }

    private void write(Path file, byte[] content) {
        try {
            SafeFolder.create(Objects.requireNonNull(file.getParent()));
            SafeFolder.replace(file, unfinished.resolve(name(file)), content);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot write '" + file + "' to the store: " + e, e);
        }
    }

    private Path file(String sha256, String ending) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256 must be 64 hexadecimal digits, got '" + sha256 + "'");
        }
        return jars.resolve(sha256.substring(0, 2)).resolve(sha256 + ending);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read '" + file + "' in the store: " + e, e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Path directory(String directory) {
        if (directory == null || directory.isBlank()) {
            throw new IllegalArgumentException("data.directory must not be blank");
        }
        return Path.of(directory).toAbsolutePath();
    }
}
