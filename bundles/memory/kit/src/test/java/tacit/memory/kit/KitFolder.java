package tacit.memory.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextRequest;
import tacit.memory.workspace.FolderFiles;

/** A workspace's folder with a kit that reads it. */
record KitFolder(Path root, FolderFiles files, FolderKit kit) {

    static final String WS = "w";
    static final Instant NOW = Instant.parse("2026-02-06T12:00:00Z");

    static KitFolder in(Path root) {
        FolderFiles files = FolderFiles.of(root);
        return new KitFolder(root, files, new FolderKit(files, "UTC"));
    }

    KitFolder with(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String context(String task) {
        return kit.context(request(task, null));
    }

    static ContextRequest request(String task, @Nullable String role) {
        return new ContextRequest(WS, task, new Audience(Audience.Kind.PRIVATE, "ann", null, role, false), NOW, 20);
    }
}
