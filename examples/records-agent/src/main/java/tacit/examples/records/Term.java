package tacit.examples.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word that is right in this clinic, and what an agent that does not know it would try.
 *
 * @param truth the right word
 * @param cue what a context must say for the agent to know it; null means the word itself
 * @param guesses tried in turn
 */
record Term(String truth, @Nullable String cue, List<String> guesses) {

    Term {
        guesses = List.copyOf(guesses);
        if (guesses.isEmpty()) {
            throw new IllegalArgumentException("guesses must not be empty for '" + truth + "'");
        }
    }

    String cueOrTruth() {
        return cue == null ? truth : cue;
    }
}
