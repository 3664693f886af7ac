package tacit.memory.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.memory.Workspaces;

/** Reads and replaces files below the folders of workspaces. Thread-safe: one lock for each file, as far as they reach. */
@Component
@Designate(ocd = FolderFiles.Config.class)
public final class FolderFiles implements WorkspaceFiles {

    /** The largest file that is read or written unless an operator sets another size. */
    public static final long LARGEST = 32L * 1024 * 1024;

    /** A file is read into one array, and one byte more tells whether it goes on. */
    private static final long MOST = Integer.MAX_VALUE - 1;

    private static final int LOCKS = 64;

    /** How large files may be. */
    @ObjectClassDefinition(name = "Tacit workspace files")
    public @interface Config {

        @AttributeDefinition(
                name = "Largest file",
                description = "Files with more bytes are neither read nor written, from 1024 to 2147483646",
                min = "1024",
                max = "2147483646")
        long largest() default LARGEST;
    }

    private final Function<String, Optional<String>> folders;
    private final long largest;
    private final List<Object> locks = Stream.generate(Object::new).limit(LOCKS).toList();

    @Activate
    public FolderFiles(@Reference Workspaces workspaces, Config config) {
        this(workspaces::folder, config.largest());
    }

    /** Knows the folders by a function from the workspace's id to the folder's path without links. */
    public FolderFiles(Function<String, Optional<String>> folders, long largest) {
        if (largest < 1024 || largest > MOST) {
            throw new IllegalArgumentException("largest must be from 1024 to " + MOST + ", got " + largest);
        }
        this.folders = folders;
        this.largest = largest;
    }

    /** Knows one folder, whatever the workspace. */
    public static FolderFiles of(Path folder) {
        try {
            String real = folder.toRealPath().toString();
            return new FolderFiles(id -> Optional.of(real), LARGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> folder(String workspaceId) {
        return folders.apply(workspaceId);
    }

    @Override
    public Optional<WorkspaceFile> read(String workspaceId, String path, int mostBytes) {
        if (mostBytes < 0) {
            throw new IllegalArgumentException("mostBytes must not be negative, got " + mostBytes);
        }
        InnerPath file = inner(workspaceId, path);
        if (file == null) {
            return Optional.empty();
        }
        try {
            return new FileReading(file, (int) Math.min(mostBytes, largest), largest).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Entry> list(String workspaceId, String folder, int depth, List<String> skipped) {
        if (depth < 1) {
            throw new IllegalArgumentException("depth must be at least 1, got " + depth);
        }
        Path root = root(workspaceId);
        try {
            if (root == null || !isFolder(root, folder)) {
                return List.of();
            }
            return FileList.of(root, root.resolve(folder), depth, skipped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean replace(String workspaceId, String path, @Nullable String expectedSha256, String text) {
        InnerPath file = inner(workspaceId, path);
        if (file == null) {
            throw new IllegalArgumentException("Cannot write '" + path + "': the workspace has no folder");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > largest) {
            throw new IllegalArgumentException("text must have at most " + largest + " bytes");
        }
        synchronized (locks.get(Math.floorMod(file.path().hashCode(), LOCKS))) {
            try {
                return new FileReplacement(file, expectedSha256, largest).with(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public boolean delete(String workspaceId, String path, String expectedSha256) {
        InnerPath file = inner(workspaceId, path);
        if (file == null) {
            return false;
        }
        synchronized (locks.get(Math.floorMod(file.path().hashCode(), LOCKS))) {
            try {
                return new FileReplacement(file, expectedSha256, largest).withNothing();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean isFolder(Path root, String folder) throws IOException {
        if (folder.isEmpty()) {
            return Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS);
        }
        BasicFileAttributes attributes = new InnerPath(root, folder).attributes();
        return attributes != null && attributes.isDirectory();
    }

    /** Null when the workspace has no folder; the path is judged even then. */
    private @Nullable InnerPath inner(String workspaceId, String path) {
        Path root = root(workspaceId);
        InnerPath inner = new InnerPath(root == null ? Path.of("") : root, path);
        return root == null ? null : inner;
    }

    private @Nullable Path root(String workspaceId) {
        return folders.apply(workspaceId).map(Path::of).orElse(null);
    }
}
