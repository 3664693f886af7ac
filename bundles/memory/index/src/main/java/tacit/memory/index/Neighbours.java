package tacit.memory.index;

import java.util.List;
import java.util.stream.Collectors;
import tacit.api.recall.SearchDocument;

/**
 * A document between those of its circle, in the order of their positions. Immutable.
 *
 * @param self the document
 * @param before up to two before it
 * @param after up to two behind it
 */
record Neighbours(Entry self, List<Entry> before, List<Entry> after) {

    Neighbours {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    static Neighbours none(Entry self) {
        return new Neighbours(self, List.of(), List.of());
    }

    boolean beside() {
        return !before.isEmpty() || !after.isEmpty();
    }

    /** The words of it and of so many on each side. */
    String around(int reach) {
        StringBuilder words = new StringBuilder();
        before.subList(Math.max(0, before.size() - reach), before.size())
                .forEach(entry -> words.append(words(entry.document())).append('\n'));
        words.append(words(self.document()));
        after.subList(0, Math.min(reach, after.size()))
                .forEach(entry -> words.append('\n').append(words(entry.document())));
        return words.toString();
    }

    /** The document with what is around it. */
    Entry entry() {
        String left =
                before.isEmpty() ? "" : before.get(before.size() - 1).document().text();
        String right = after.isEmpty() ? "" : after.get(0).document().text();
        return new Entry(self.document(), self.stamp(), left, right, stamps());
    }

    /** Tells whether windows have to be made anew. */
    String stamps() {
        return before.stream().map(Entry::stamp).collect(Collectors.joining(",")) + "|"
                + after.stream().map(Entry::stamp).collect(Collectors.joining(","));
    }

    /** What a document is found by. */
    static String words(SearchDocument document) {
        return (document.speaker() + " " + document.title() + " " + document.text()).strip();
    }
}
