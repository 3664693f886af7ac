package tacit.pulse.offers;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tacit.api.reflect.SuggestionDraft;

/** What suggestions have in common from which one learns for another: topic, source and the first three words of the title. */
final class Pattern {

    private static final int WORDS = 3;

    private Pattern() {}

    static String of(SuggestionDraft draft) {
        String words = Stream.of(draft.title().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .limit(WORDS)
                .collect(Collectors.joining(" "));
        return draft.topic().name().toLowerCase(Locale.ROOT) + '|' + draft.source() + '|' + words;
    }

    /** The words of a pattern. */
    static String about(String pattern) {
        return pattern.substring(pattern.lastIndexOf('|') + 1);
    }
}
