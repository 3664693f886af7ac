package tacit.api.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/**
 * Says what led to a thing and what came of it: trace, memory, skill, failure, family, cases, experiment, verdict, generation, rule.
 *
 * <p>Nothing is kept for it and nothing is guessed: a link is what one thing says of another, and where a thing says nothing
 * the missing link is named. Thread-safe; changes nothing.
 */
@ProviderType
public interface Lineage {

    /** The things that are linked, from the evidence to what decides. */
    enum Kind {
        TRACE,
        /** What is remembered, of whichever layer. */
        MEMORY,
        /** Its id is its name. */
        SKILL,
        FAILURE,
        CLUSTER,
        EVAL_CASE,
        REPLAY_CASE,
        EXPERIMENT,
        /** Of the last run of an experiment; its id is the experiment's. */
        VERDICT,
        /** Its id is its number. */
        GENERATION,
        GUARD_RULE
    }

    /**
     * What is asked for. Immutable.
     *
     * @param id of any of these things
     * @param kind which thing has the id; null for whatever has it, where a generation comes last
     * @param limit things that a level shows at most, in [1, {@value #MAX_LIMIT}]
     * @param level the level that begins later; null for none
     * @param offset links that it skips; 0 without a level
     */
    record Question(
            String id,
            @Nullable Kind kind,
            int limit,
            @Nullable Kind level,
            long offset) {

        /** No level shows more things. */
        public static final int MAX_LIMIT = 100;

        public Question {
            Objects.requireNonNull(id, "id");
            if (limit < 1 || limit > MAX_LIMIT) {
                throw new IllegalArgumentException("limit must be in [1, " + MAX_LIMIT + "], got " + limit);
            }
            if (offset < 0 || (offset > 0 && level == null)) {
                throw new IllegalArgumentException(
                        "offset must not be negative, and be 0 without a level, got " + offset);
            }
        }

        /** Whatever has this id, with so many things on a level. */
        public static Question of(String id, int limit) {
            return new Question(id, null, limit, null, 0);
        }

        /** The part of a level that is asked for. */
        public PageRequest page(Kind of) {
            return new PageRequest(of == level ? offset : 0, limit);
        }
    }

    /**
     * One thing. Immutable.
     *
     * @param title in words, one line
     * @param state where it stands, in lower case; null for what has no state
     * @param at when it was; null where that is not known
     */
    record Node(
            Kind kind,
            String id,
            String title,
            @Nullable String state,
            @Nullable Instant at) {
        public Node {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(title, "title");
        }
    }

    /**
     * Things of one kind that the things shown on nearer levels lead to. Immutable.
     *
     * @param before whether they led to what was asked for; false for what came of it
     * @param nodes each once
     * @param offset links that were skipped
     * @param links how many links lead here; two of them may lead to the same thing
     * @param missing links that should be and are not, each as a sentence
     */
    record Level(Kind kind, boolean before, List<Node> nodes, long offset, long links, List<String> missing) {
        public Level {
            Objects.requireNonNull(kind, "kind");
            nodes = List.copyOf(nodes);
            missing = List.copyOf(missing);
        }
    }

    /**
     * A thing with its lineage. Immutable.
     *
     * @param levels from the evidence to what decides; without those that nothing shown leads to
     */
    record View(Node start, List<Level> levels) {
        public View {
            Objects.requireNonNull(start, "start");
            levels = List.copyOf(levels);
        }
    }

    /**
     * The lineage of a thing in both directions; empty when the scope holds nothing with this id. A scope of one user ends at
     * families: what follows belongs to the workspace. What a run gave is known of what the host learnt from it; a memory that
     * somebody else wrote names its runs, and they do not name it.
     */
    Optional<View> of(Scope scope, Question question);
}
