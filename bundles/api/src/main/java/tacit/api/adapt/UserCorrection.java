package tacit.api.adapt;

import java.util.List;
import java.util.Objects;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryScope;

/**
 * Something that was taken or done wrongly, as a user put it right. Immutable.
 *
 * @param believed what it was taken for; empty when that was not said
 * @param right what is right; empty when that was not said
 * @param words the sentence that says so, as it was written
 * @param scope how far it reaches
 * @param evidence where the sentence stands, at least one
 */
public record UserCorrection(String believed, String right, String words, MemoryScope scope, List<Evidence> evidence) {

    /** The kind of the documents that keep them, one of each. */
    public static final String KIND = "correction";

    public UserCorrection {
        Objects.requireNonNull(believed, "believed");
        Objects.requireNonNull(right, "right");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(scope, "scope");
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("evidence must name at least one source");
        }
    }
}
