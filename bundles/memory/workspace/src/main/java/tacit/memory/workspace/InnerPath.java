package tacit.memory.workspace;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A path that cannot leave the folder it is below: neither by its words nor by a link on its way. Immutable. */
record InnerPath(Path root, String relative) {

    private static final int LONGEST = 1000;
    private static final int LONGEST_NAME = 255;

    /** The names of files that are being written. */
    static final String UNFINISHED = ".tacit-";

    InnerPath {
        if (relative.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "path must have at most " + LONGEST + " characters, got " + relative.length());
        }
        for (String name : relative.split("/", -1)) {
            if (!plain(name)) {
                throw new IllegalArgumentException("path must stay below the folder, with plain names between slashes, "
                        + "got '" + relative.replaceAll("\\p{Cntrl}", "?") + "'");
            }
        }
    }

    /** Whether a name of a file or folder is one that a path may have. */
    static boolean plain(String name) {
        return !name.isBlank()
                && !name.equals(".")
                && !name.equals("..")
                && !name.startsWith(UNFINISHED)
                && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
                && name.chars().noneMatch(c -> c < ' ' || c == '\\' || c == 127 || isDrive(c));
    }

    private static boolean isDrive(int character) {
        return character == ':' && File.separatorChar == '\\';
    }

    Path path() {
        return root.resolve(relative);
    }

    /**
     * What is there, without following links.
     *
     * @return null when there is nothing
     * @throws IllegalArgumentException when a link stands on the way
     */
    @Nullable
    BasicFileAttributes attributes() throws IOException {
        Path step = root;
        BasicFileAttributes found = at(step);
        for (String name : relative.split("/", -1)) {
            if (found == null || !found.isDirectory()) {
                return null;
            }
            step = step.resolve(name);
            found = at(step);
            if (found != null && (found.isSymbolicLink() || found.isOther())) {
                throw new IllegalArgumentException("path must not lead over a link, got '" + relative + "'");
            }
        }
        return found;
    }

    /** Makes the folders on the way that are missing; the root itself must be there. */
    void makeFolders() throws IOException {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(root.toString(), null, "the workspace's folder is not there");
        }
        attributes();
        Path parent = path().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
    }

    private static @Nullable BasicFileAttributes at(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
