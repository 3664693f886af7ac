package tacit.runtime.backup;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which files of the data directory are copied: all but the database, which is copied as rows, and what is made again. */
final class DataFiles {

    /** Begins the names of folders to which an earlier restore moved what was there. */
    static final String BEFORE_RESTORE = "before-restore-";

    /** The truth about generations; it is read at the moment, so it is no file to be walked to. */
    static final String LEDGER = "ledger/generations.jsonl";

    private static final Set<String> LEFT_OUT = Set.of(
            "db",
            "felix-cache",
            "host.json",
            "holder.draft",
            "holder.properties",
            "index",
            "lock",
            "log",
            "sandbox",
            "shell-history",
            ".restoring");

    private final Path root;
    private final List<String> files = new ArrayList<>();
    private final TreeSet<String> leftOut = new TreeSet<>();

    private DataFiles(Path root) {
        this.root = root;
    }

    /** Looks through a data directory. */
    static DataFiles of(Path root) throws IOException {
        DataFiles found = new DataFiles(root);
        if (Files.isDirectory(root)) {
            Files.walkFileTree(root, found.visitor());
            found.files.sort(null);
        }
        return found;
    }

    /** Whether nothing of this name at the top of a data directory is ever copied. */
    static boolean isLeftOut(String name) {
        return LEFT_OUT.contains(name) || name.startsWith(BEFORE_RESTORE);
    }

    /** Their paths below the data directory, in order. */
    List<String> files() {
        return List.copyOf(files);
    }

    /** What is there and not copied. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    private FileVisitor<Path> visitor() {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.equals(root) || isWanted(folder)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!attributes.isRegularFile() || (isWanted(file) && !SafeName.isSafe(Manifest.FILES + name(file)))) {
                    leftOut.add(name(file));
                } else if (isWanted(file) && !name(file).equals(LEDGER)) {
                    files.add(name(file));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
                if (Files.exists(file)) {
                    throw gone;
                }
                return FileVisitResult.CONTINUE;
            }
        };
    }

    private boolean isWanted(Path path) {
        if (root.equals(path.getParent()) && isLeftOut(path.getFileName().toString())) {
            leftOut.add(name(path));
            return false;
        }
        return true;
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace(File.separatorChar, '/');
    }
}
