package tacit.memory.topics;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is left of memories in the host's parts of the topics and their index, also where somebody changed such a part into one that
 * cannot be read as a topic any more. Confined to one call.
 */
final class Leftovers {

    private final Shelf shelf;
    private final Set<String> ids;

    /** Of memories with these ids, in files of any size. */
    Leftovers(Shelf unlimited, Set<String> ids) {
        this.shelf = unlimited;
        this.ids = ids;
    }

    /** The files that name one of them. */
    List<String> paths() {
        return Stream.concat(shelf.paths().stream(), Stream.of(IndexPage.PATH))
                .filter(path -> shelf.raw(path).map(this::isNamed).orElse(false))
                .toList();
    }

    private boolean isNamed(String text) {
        return TopicFile.BLOCK.all(text).stream().anyMatch(this::names);
    }

    private boolean names(String part) {
        return ids.stream().anyMatch(id -> Passage.names(part, id));
    }

    /** Takes each part of these files that still names one of them out as a whole; other parts, and people's words, stay. */
    void clear(List<String> paths) {
        paths.forEach(path -> shelf.change(path, text -> TopicFile.BLOCK.without(text, this::names)));
    }
}
