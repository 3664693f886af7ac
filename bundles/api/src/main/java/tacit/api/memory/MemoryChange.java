package tacit.api.memory;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What changes about a memory; parts that are null or empty stay as they are. Immutable.
 *
 * @param text replaces the text
 * @param kind replaces the kind
 * @param visibility replaces the visibility
 * @param confidence replaces the confidence
 * @param state replaces the state
 * @param validUntil ends its validity
 * @param confirmedAt when it was said or seen again
 * @param key replaces the key
 * @param evidence is added to the evidence
 * @param attributes replace those of the same names; an empty value removes one
 */
public record MemoryChange(
        @Nullable String text,
        @Nullable String kind,
        @Nullable Visibility visibility,
        @Nullable Double confidence,
        @Nullable MemoryState state,
        @Nullable Instant validUntil,
        @Nullable Instant confirmedAt,
        @Nullable String key,
        List<Evidence> evidence,
        SortedMap<String, String> attributes) {

    /** Nothing changes; to begin with. */
    public static final MemoryChange NONE =
            new MemoryChange(null, null, null, null, null, null, null, null, List.of(), new TreeMap<>());

    public MemoryChange {
        evidence = List.copyOf(evidence);
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in [0, 1], got " + confidence);
        }
    }

    /** The same with another text, under another key where the text is its key. */
    public MemoryChange withText(String newText, @Nullable String newKey) {
        return new MemoryChange(
                newText, kind, visibility, confidence, state, validUntil, confirmedAt, newKey, evidence, attributes);
    }

    /** The same with another state. */
    public MemoryChange withState(MemoryState newState) {
        return new MemoryChange(
                text, kind, visibility, confidence, newState, validUntil, confirmedAt, key, evidence, attributes);
    }

    /** The same with another kind. */
    public MemoryChange withKind(String newKind) {
        return new MemoryChange(
                text, newKind, visibility, confidence, state, validUntil, confirmedAt, key, evidence, attributes);
    }

    /** The same with another visibility. */
    public MemoryChange withVisibility(Visibility newVisibility) {
        return new MemoryChange(
                text, kind, newVisibility, confidence, state, validUntil, confirmedAt, key, evidence, attributes);
    }

    /** The same, said or seen again at a time, with a confidence. */
    public MemoryChange confirmed(Instant at, double newConfidence) {
        return new MemoryChange(
                text, kind, visibility, newConfidence, state, validUntil, at, key, evidence, attributes);
    }

    /** The same with more evidence. */
    public MemoryChange withEvidence(List<Evidence> more) {
        return new MemoryChange(
                text, kind, visibility, confidence, state, validUntil, confirmedAt, key, more, attributes);
    }

    /** The same with other attributes. */
    public MemoryChange withAttributes(SortedMap<String, String> changed) {
        return new MemoryChange(
                text, kind, visibility, confidence, state, validUntil, confirmedAt, key, evidence, changed);
    }
}
