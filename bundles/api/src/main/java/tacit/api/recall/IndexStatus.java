package tacit.api.recall;

import java.util.Objects;

/**
 * How the index stands. Immutable.
 *
 * @param documents how many can be found
 * @param waiting how many of them wait for their vectors
 * @param model the model of the vectors; empty when none works
 * @param bytes on disk
 * @param rebuilding whether it is being built anew
 * @param words what is wrong, for people; empty when nothing is
 */
public record IndexStatus(long documents, long waiting, String model, long bytes, boolean rebuilding, String words) {

    public IndexStatus {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(words, "words");
    }
}
