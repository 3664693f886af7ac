package tacit.memory.topics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tacit.api.memory.CuratedMemory;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.TopicPacks;
import tacit.api.memory.WorkspaceFile;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.store.Scope;
import tacit.memory.words.MarkedBlock;
import tacit.memory.words.Secrets;

/**
 * Keeps topics true: a passage goes whose memory or note says something else by now, and a topic goes with its last passage.
 * Confined to one call.
 */
final class Upkeep {

    /** How many files the host keeps; the one whose newest passage is oldest goes first. */
    static final int MOST_TOPICS = 64;

    private static final int LARGEST_NOTE = 2 * 1024 * 1024;
    private static final List<MarkedBlock> OWN = List.of(
            new MarkedBlock(CuratedMemory.BLOCK_BEGIN, CuratedMemory.BLOCK_END),
            new MarkedBlock(TopicPacks.BLOCK_BEGIN, TopicPacks.BLOCK_END));

    private final MemoryStore store;
    private final WorkspaceFiles files;
    private final Shelf shelf;
    private final String workspaceId;
    private final Instant now;
    private final Map<String, Optional<String>> notes = new HashMap<>();

    Upkeep(MemoryStore store, WorkspaceFiles files, String workspaceId, Instant now) {
        this.store = store;
        this.files = files;
        this.shelf = new Shelf(files, workspaceId).unlimited();
        this.workspaceId = workspaceId;
        this.now = now;
    }

    /** A memory as long as it may stand there. */
    Optional<MemoryRecord> open(String memoryId) {
        return store.find(Scope.ofWorkspace(workspaceId), memoryId)
                .filter(memory -> Openness.isOpen(memory, workspaceId, now));
    }

    /**
     * Brings topics up to date.
     *
     * @param topics as they are now
     * @param fresh paths of those that are up to date
     * @return how many files were changed or removed
     */
    int renew(List<TopicFile> topics, Set<String> fresh) {
        int written = 0;
        for (TopicFile file : topics) {
            if (file.topic().isPresent() && !fresh.contains(file.path())) {
                written += renew(file, file.topic().get()) ? 1 : 0;
            }
        }
        return written;
    }

    private boolean renew(TopicFile file, Topic topic) {
        List<Passage> standing = new ArrayList<>();
        topic.passages().forEach(passage -> standing(passage).ifPresent(standing::add));
        if (standing.isEmpty()) {
            return shelf.clear(file);
        }
        return !standing.equals(topic.passages())
                && shelf.change(
                        file.path(),
                        text -> TopicFile.BLOCK.with(text, topic.with(standing).lines()));
    }

    private Optional<Passage> standing(Passage passage) {
        Optional<String> memory = passage.memoryId();
        if (memory.isPresent()) {
            return memory.flatMap(this::open).map(open -> Passage.ofMemory(open.id(), open.text()));
        }
        return passage.notePath().filter(path -> says(path, passage.text())).map(path -> passage);
    }

    private boolean says(String path, String text) {
        String words = plain(text.endsWith("…") ? text.substring(0, text.length() - 1) : text);
        return notes.computeIfAbsent(path, any -> note(path).map(Upkeep::plain))
                .map(note -> note.contains(words))
                .orElse(false);
    }

    private Optional<String> note(String path) {
        try {
            return files.read(workspaceId, path, LARGEST_NOTE)
                    .map(WorkspaceFile::text)
                    .map(Upkeep::shown);
        } catch (IllegalArgumentException e) {
            // Somebody wrote a path into the file that is none
            return Optional.empty();
        }
    }

    private static String shown(String text) {
        String shown = Secrets.redactedInLines(text);
        for (MarkedBlock block : OWN) {
            shown = block.blanked(shown);
        }
        return shown;
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /**
     * Removes topics while there are too many.
     *
     * @param topics as they are now
     * @param fresh paths of those that stay
     */
    int limit(List<TopicFile> topics, Set<String> fresh) {
        List<TopicFile> own = new ArrayList<>(
                topics.stream().filter(file -> file.topic().isPresent()).toList());
        own.sort(Comparator.comparing(Upkeep::age).thenComparing(TopicFile::path));
        int written = 0;
        int left = own.size();
        for (TopicFile file : own) {
            if (left > MOST_TOPICS && !fresh.contains(file.path()) && shelf.clear(file)) {
                written++;
                left--;
            }
        }
        return written;
    }

    private static Instant age(TopicFile file) {
        return file.topic().map(Topic::updatedAt).orElse(Instant.EPOCH);
    }
}
