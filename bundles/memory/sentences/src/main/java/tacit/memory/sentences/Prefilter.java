package tacit.memory.sentences;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells which of many patterns can match a text at all, by the literals that each of them needs: the others need not be tried at
 * each letter. Made when it is asked first; thread-safe.
 */
final class Prefilter {

    private final List<Pattern> patterns;
    private volatile @Nullable Made made;

    /**
     * What the patterns need.
     *
     * @param numbers of the patterns
     * @param always the numbers of those that need no literal
     * @param literals of the others
     */
    private record Made(Map<Pattern, Integer> numbers, BitSet always, LiteralFinder literals) {

        static Made of(List<Pattern> patterns) {
            Map<Pattern, Integer> numbers = new HashMap<>();
            BitSet always = new BitSet();
            Map<String, BitSet> literals = new LinkedHashMap<>();
            for (Pattern pattern : patterns) {
                int number = numbers.computeIfAbsent(pattern, key -> numbers.size());
                Optional<Set<String>> needed = RequiredLiterals.of(pattern);
                needed.ifPresentOrElse(
                        some -> some.forEach(literal -> literals.computeIfAbsent(literal, key -> new BitSet())
                                .set(number)),
                        () -> always.set(number));
            }
            return new Made(numbers, always, new LiteralFinder(literals));
        }
    }

    Prefilter(List<Pattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /** A text whose literals have been looked up. */
    Scanned scan(String text) {
        Made ready = made;
        if (ready == null) {
            // whoever comes meanwhile makes the same
            ready = Made.of(patterns);
            made = ready;
        }
        if (text.chars().anyMatch(letter -> Character.isSurrogate((char) letter))) {
            // words of such letters have their borders elsewhere
            return new Scanned(text, null, ready.numbers());
        }
        BitSet possible = (BitSet) ready.always().clone();
        ready.literals().find(PlainText.of(text), possible);
        return new Scanned(text, possible, ready.numbers());
    }
}
