package tacit.pulse.executors.shells;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of shell sessions, a folder for each workspace, which only this user may read. Thread-safe for different sessions. */
@Component(service = ShellFiles.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ShellFiles.Config.class)
public final class ShellFiles {

    private static final Logger log = LoggerFactory.getLogger(ShellFiles.class);
    private static final String EXTENSION = ".json";

    private final Path root;

    /** Where they are. */
    @ObjectClassDefinition(name = "Tacit files of shell sessions")
    public @interface Config {

        @AttributeDefinition(name = "Data directory", description = "Files are made in its folder 'shells'")
        String data_directory();
    }

    /** What a command left that did not end is removed. */
    @Activate
    public ShellFiles(Config config) {
        root = Path.of(config.data_directory()).toAbsolutePath().resolve("shells");
        try {
            remove(scratch());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear '" + root + "'", e);
        }
    }

    private Path scratch() {
        return root.resolve("running");
    }

    private Path folder(String workspaceId) {
        return root.resolve("w-" + digest(workspaceId));
    }

    private Path file(String workspaceId, String key) {
        return folder(workspaceId).resolve(digest(key) + EXTENSION);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** A folder for one command of a session. */
    Path scratch(String workspaceId, String key) throws IOException {
        Path folder = scratch().resolve(digest(workspaceId) + "-" + digest(key));
        remove(folder);
        Files.createDirectories(folder);
        return own(folder, "rwx------");
    }

    private static Path own(Path path, String rights) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
        }
        return path;
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }

    Optional<ShellState> find(String workspaceId, String key) throws IOException {
        return read(file(workspaceId, key))
                .filter(state ->
                        state.workspaceId().equals(workspaceId) && state.key().equals(key));
    }

    private static Optional<ShellState> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ShellState.of(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            log.warn("Cannot read shell session '{}': it begins anew", file.getFileName());
            return Optional.empty();
        }
    }

    /** The file is whole or is as it was. */
    void write(ShellState state) throws IOException {
        Path file = file(state.workspaceId(), state.key());
        own(Files.createDirectories(folder(state.workspaceId())), "rwx------");
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        own(Files.createFile(next), "rw-------");
        Files.writeString(next, state.json(), StandardCharsets.UTF_8);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    List<ShellState> all(String workspaceId) throws IOException {
        Path folder = folder(workspaceId);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<ShellState> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(EXTENSION)).toList()) {
                read(file).ifPresent(all::add);
            }
        }
        all.sort(Comparator.comparing(ShellState::key));
        return all;
    }

    boolean remove(String workspaceId, String key) throws IOException {
        return Files.deleteIfExists(file(workspaceId, key));
    }

    void removeAll(String workspaceId) throws IOException {
        remove(folder(workspaceId));
    }
}
