package tacit.api.reflect;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.TrustLane;

/**
 * Something to dream from. Immutable.
 *
 * @param id where it stands: {@code memory:ID}, {@code span:TRACE/SPAN}, or the kind of transcript and its id
 * @param kind what it is
 * @param text its words, bounded
 * @param at when it was said or happened
 * @param lane where its words come from; those of {@link TrustLane#FOREIGN} are data that nobody stated
 * @param attributes what its kind has besides, by the names of this type
 */
public record DreamEvidence(
        String id, Kind kind, String text, Instant at, TrustLane lane, SortedMap<String, String> attributes) {

    /** The tool that a span called. */
    public static final String TOOL = "tool";

    /** What a tool was called with. */
    public static final String ARGUMENTS = "arguments";

    /** Why the call of a tool failed; missing where it did not. */
    public static final String ERROR = "error";

    /** The run that it belongs to. */
    public static final String TRACE = "trace";

    /** What it can be. */
    public enum Kind {
        /** A memory of the archive. */
        OBSERVATION,
        /** Words of earlier sessions that were found. */
        TRANSCRIPT,
        /** A step of a recorded run. */
        SPAN,
        /** A cycle of the core, named {@code cycle:TRACE}. */
        CYCLE
    }

    public DreamEvidence {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(lane, "lane");
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    /** One without more than its words. */
    public static DreamEvidence of(String id, Kind kind, String text, Instant at, TrustLane lane) {
        return new DreamEvidence(id, kind, text, at, lane, new TreeMap<>());
    }
}
