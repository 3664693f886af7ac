package tacit.memory.workspace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.WorkspaceFiles.Entry;

/** Walks through a folder without following links. Confined to one call. */
final class FileList implements FileVisitor<Path> {

    private final Path root;
    private final Path start;
    private final Set<String> skipped;
    private final List<Entry> found = new ArrayList<>();

    private FileList(Path root, Path start, List<String> skipped) {
        this.root = root;
        this.start = start;
        this.skipped = Set.copyOf(skipped);
    }

    static List<Entry> of(Path root, Path start, int depth, List<String> skipped) throws IOException {
        FileList list = new FileList(root, start, skipped);
        Files.walkFileTree(start, EnumSet.noneOf(java.nio.file.FileVisitOption.class), depth, list);
        list.found.sort(Comparator.comparing(Entry::path));
        return List.copyOf(list.found);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        String name = folder.getFileName().toString();
        boolean entered = folder.equals(start) || (InnerPath.plain(name) && !skipped.contains(name));
        return entered ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && InnerPath.plain(file.getFileName().toString())) {
            String path = root.relativize(file)
                    .toString()
                    .replace(root.getFileSystem().getSeparator(), "/");
            found.add(new Entry(
                    path, attributes.size(), attributes.lastModifiedTime().toInstant()));
        }
        return FileVisitResult.CONTINUE;
    }

    /** What went away, or may not be read, is not listed; the folder that was asked for has to be readable. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException reason) throws IOException {
        if (file.equals(start)) {
            throw reason;
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException reason) {
        return FileVisitResult.CONTINUE;
    }
}
