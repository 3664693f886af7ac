package tacit.memory.sentences;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text of which is known which patterns can match.
 *
 * @param text as it is matched
 * @param possible the numbers of the patterns that can; null where all may
 * @param numbers of the patterns; another pattern is refused
 */
record Scanned(String text, @Nullable BitSet possible, Map<Pattern, Integer> numbers) {

    /** The first match, wherever it is. */
    Optional<Matcher> find(Pattern pattern) {
        if (!may(pattern)) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher) : Optional.empty();
    }

    /** The match at the begin. */
    Optional<Matcher> begin(Pattern pattern) {
        if (!may(pattern)) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
    }

    /** All matches, one behind another. */
    List<MatchResult> all(Pattern pattern) {
        return may(pattern) ? pattern.matcher(text).results().toList() : List.of();
    }

    boolean has(Pattern pattern) {
        return find(pattern).isPresent();
    }

    private boolean may(Pattern pattern) {
        Integer number = numbers.get(pattern);
        if (number == null) {
            throw new IllegalArgumentException(
                    "pattern must be one of those that were looked up, got '" + pattern + "'");
        }
        return possible == null || possible.get(number);
    }
}
