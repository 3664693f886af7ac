package tacit.memory.topics;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;

/**
 * The files of the topics of a workspace. Each is put in place only if it is still the one that was read, and one that is no text
 * is never touched. Stateless.
 */
final class Shelf {

    static final String FOLDER = ".cowork/memory/topics";

    private static final int TRIES = 3;
    private static final int LARGEST = 64 * 1024;
    private static final int MOST_FILES = 500;

    private final WorkspaceFiles files;
    private final String workspaceId;
    private final int largest;

    Shelf(WorkspaceFiles files, String workspaceId) {
        this(files, workspaceId, LARGEST);
    }

    private Shelf(WorkspaceFiles files, String workspaceId, int largest) {
        this.files = files;
        this.workspaceId = workspaceId;
        this.largest = largest;
    }

    /** The same files, however large they have become. */
    Shelf unlimited() {
        return new Shelf(files, workspaceId, Integer.MAX_VALUE - 1);
    }

    boolean hasFolder() {
        return files.folder(workspaceId).isPresent();
    }

    /** All topics, by path; of very many the first. */
    List<TopicFile> topics() {
        return files.list(workspaceId, FOLDER, 1, List.of()).stream()
                .filter(entry -> entry.path().endsWith(".md") && entry.size() <= largest)
                .limit(MOST_FILES)
                .flatMap(entry -> topic(entry.path()).stream())
                .toList();
    }

    /** The paths of all topics, however many and large. */
    List<String> paths() {
        return files.list(workspaceId, FOLDER, 1, List.of()).stream()
                .map(WorkspaceFiles.Entry::path)
                .filter(path -> path.endsWith(".md"))
                .toList();
    }

    Optional<TopicFile> topic(String path) {
        return files.read(workspaceId, path, largest)
                .filter(WorkspaceFile::whole)
                .map(TopicFile::of);
    }

    /** The names of files in a folder. */
    List<String> names(String folder) {
        return files.list(workspaceId, folder, 1, List.of()).stream()
                .map(entry -> entry.path().substring(folder.length() + 1))
                .toList();
    }

    /** The text of a file; empty when there is none, or when it is none that could be written back. */
    Optional<String> text(String path) {
        return files.read(workspaceId, path, largest).filter(Shelf::isText).map(WorkspaceFile::text);
    }

    /** The text of a file as far as it can be read as one; empty when there is none. */
    Optional<String> raw(String path) {
        return files.read(workspaceId, path, largest).map(WorkspaceFile::text);
    }

    private static boolean isText(WorkspaceFile file) {
        return file.whole() && Fingerprint.of(file.text()).equalsIgnoreCase(file.sha256());
    }

    /**
     * Changes a file, or makes it; one in which nothing is left is removed.
     *
     * @param change of its text, which is empty for none yet; whoever answers the same or nothing wants it as it is
     * @return whether it was changed
     */
    boolean change(String path, UnaryOperator<String> change) {
        for (int i = 0; i < TRIES; i++) {
            Optional<WorkspaceFile> file = files.read(workspaceId, path, largest);
            if (file.isPresent() && !isText(file.get())) {
                return false;
            }
            String before = file.map(WorkspaceFile::text).orElse("");
            String after = change.apply(before);
            if (after.equals(before)) {
                return false;
            }
            String expected = file.map(WorkspaceFile::sha256).orElse(null);
            boolean done = (expected != null && after.isBlank())
                    ? files.delete(workspaceId, path, expected)
                    : files.replace(workspaceId, path, expected, after);
            if (done) {
                return true;
            }
        }
        return false;
    }

    /** Takes the host's part out of a file, and the file away where nothing else stands in it. */
    boolean clear(TopicFile topic) {
        if (topic.isOwn() && isText(topic.file())) {
            return files.delete(workspaceId, topic.path(), topic.file().sha256());
        }
        return change(topic.path(), TopicFile.BLOCK::outside);
    }
}
