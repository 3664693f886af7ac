package tacit.memory.curated;

import java.util.HashSet;
import java.util.List;

/**
 * One thing that an entry says: a key for subject and predicate, and what it says of them.
 *
 * @param key the same for entries that speak about the same thing
 * @param rule when two values cannot both hold
 * @param values what is said
 */
record Claim(String key, Rule rule, List<String> values) {

    /** When two values of the same key cannot both hold. */
    enum Rule {
        /** When they differ. */
        EXACT,
        /** When they differ, and neither only says more than the other. */
        WORDS,
        /** When exactly one of them differs: with more, the entries speak about two occasions. */
        NUMBERS
    }

    boolean contradicts(Claim other) {
        if (!key.equals(other.key) || rule != other.rule || values.equals(other.values)) {
            return false;
        }
        return switch (rule) {
            case EXACT -> true;
            case WORDS ->
                !(new HashSet<>(values).containsAll(other.values) || new HashSet<>(other.values).containsAll(values));
            case NUMBERS -> differing(other.values) == 1;
        };
    }

    private long differing(List<String> others) {
        long differing = 0;
        for (int index = 0; index < values.size() && values.size() == others.size(); index++) {
            differing += values.get(index).equals(others.get(index)) ? 0 : 1;
        }
        return differing;
    }
}
