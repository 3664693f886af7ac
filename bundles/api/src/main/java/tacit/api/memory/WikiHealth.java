package tacit.api.memory;

import java.util.List;
import java.util.Objects;

/**
 * What is wrong with a vault, and how it hangs together; every list in the order of paths. Immutable.
 *
 * @param pages how many notes it has
 * @param sources how many sources it keeps
 * @param links how many links between notes
 * @param findings what is wrong, each with the note that it concerns
 * @param bridges notes that hold parts together, the most important first, at most 5
 * @param suggestions links that would join notes on the same things in different sections, at most 5
 * @param questions what is worth looking into next, at most 7
 */
public record WikiHealth(
        int pages,
        int sources,
        int links,
        List<Finding> findings,
        List<String> bridges,
        List<Suggestion> suggestions,
        List<String> questions) {

    /** What can be wrong. */
    public enum Problem {
        /** Links to what is not there. */
        BROKEN_LINK,
        /** Links to a name that several notes have. */
        AMBIGUOUS_LINK,
        /** No other note links to it. */
        ORPHAN,
        /** Links to fewer than two other notes. */
        WEAK_LINKS,
        /** A source of it was kept after it was last updated, or it was not updated for too long. */
        STALE,
        /** Says the same as another note. */
        DUPLICATE,
        /** Its front matter lacks something. */
        FRONT_MATTER,
        /** Names a source that is not kept. */
        MISSING_SOURCE,
        /** A kept source that no note names. */
        UNUSED_SOURCE,
        /** The text of a kept source is not that which was kept. */
        CHANGED_SOURCE,
        /** Not in the index. */
        NOT_INDEXED
    }

    /**
     * Something that is wrong.
     *
     * @param path the note or source, below the vault
     * @param detail what exactly, such as the link
     */
    public record Finding(Problem problem, String path, String detail) {

        public Finding {
            Objects.requireNonNull(problem, "problem");
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(detail, "detail");
        }
    }

    /**
     * A link that might be missing.
     *
     * @param from a note, below the vault
     * @param to another one
     * @param words what both speak of
     */
    public record Suggestion(String from, String to, List<String> words) {

        public Suggestion {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            words = List.copyOf(words);
        }
    }

    public WikiHealth {
        findings = List.copyOf(findings);
        bridges = List.copyOf(bridges);
        suggestions = List.copyOf(suggestions);
        questions = List.copyOf(questions);
    }
}
