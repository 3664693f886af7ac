package tacit.evidence.ingest;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.ingest.Refusal;
import tacit.api.ingest.TraceFiles.FileSink;

/** Finds the files under paths, each once, in the order of their names. */
final class FoundFiles extends SimpleFileVisitor<Path> {

    private final Map<Path, FoundFile> found = new TreeMap<>();
    private final Path root;
    private final FileSink sink;

    private FoundFiles(Path root, FileSink sink) {
        this.root = root;
        this.sink = sink;
    }

    static List<FoundFile> under(List<Path> paths, FileSink sink) {
        Map<Path, FoundFile> all = new TreeMap<>();
        for (Path path : paths) {
            FoundFiles visitor = new FoundFiles(path, sink);
            visitor.walk();
            visitor.found.forEach((key, file) -> all.merge(key, file, (one, other) -> one.named() ? one : other));
        }
        return List.copyOf(all.values());
    }

    private void walk() {
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, this);
        } catch (IOException e) {
            sink.refuse(new Refusal(root.toString(), "folder", ReadProblem.of(e)));
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (hidden(folder)) {
            sink.refuse(new Refusal(folder.toString(), "folder", "Passed over: its name begins with a dot"));
            return FileVisitResult.SKIP_SUBTREE;
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (hidden(file)) {
            sink.refuse(new Refusal(file.toString(), "file", "Passed over: its name begins with a dot"));
        } else if (attributes.isRegularFile()) {
            found.put(file.toAbsolutePath().normalize(), new FoundFile(file, file.equals(root)));
        } else {
            sink.refuse(new Refusal(file.toString(), "file", "Passed over: it is no regular file"));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        sink.refuse(new Refusal(file.toString(), "file", ReadProblem.of(failure)));
        return FileVisitResult.CONTINUE;
    }

    private boolean hidden(Path path) {
        Path name = path.getFileName();
        return !path.equals(root) && name != null && name.toString().startsWith(".");
    }
}
