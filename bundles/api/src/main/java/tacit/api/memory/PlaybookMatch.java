package tacit.api.memory;

import java.util.Objects;

/**
 * An entry of the playbook that is about a task like the one at hand. Immutable.
 *
 * @param entry the entry
 * @param score the relevance times the decay
 * @param relevance how much of the task it is about, in [0, 1]
 * @param decay what its age leaves of that
 */
public record PlaybookMatch(PlaybookEntry entry, double score, double relevance, double decay) {

    public PlaybookMatch {
        Objects.requireNonNull(entry, "entry");
    }
}
