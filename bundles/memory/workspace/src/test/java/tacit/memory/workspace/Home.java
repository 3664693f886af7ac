package tacit.memory.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tacit.api.memory.WorkspaceFiles.Entry;

/** The folder of a workspace, with a secret beside it. */
final class Home {

    static final String WS = "w";

    final Path root;
    final Path outside;
    final FolderFiles files;

    Home(Path temporary) throws IOException {
        root = Files.createDirectory(temporary.resolve("workspace"));
        outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("secret.md"), "not yours");
        files = FolderFiles.of(root);
    }

    List<String> paths(String folder, int depth, String... skipped) {
        return files.list(WS, folder, depth, List.of(skipped)).stream()
                .map(Entry::path)
                .toList();
    }

    List<String> left() throws IOException {
        try (var list = Files.list(root)) {
            return list.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
