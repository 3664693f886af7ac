package tacit.pulse.offers;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryStore;
import tacit.api.reflect.SuggestionDraft;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** What memories mark as not worth a suggestion: whoever accepted that mark is not asked again. Thread-safe. */
final class Noise {

    /** What the text of such a memory begins with. */
    static final String MARK = "[NOISE]";

    /** Those that are marked are preferences, so that all else in the archive costs nothing. */
    private static final MemoryFilter MARKED =
            MemoryFilter.active("archive").withKinds(List.of("preference")).withText(MARK);

    private static final int MOST = 200;
    private static final int LEAST_WORDS = 2;
    private static final double MOST_OF_THEM = .75;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> SAYS_NOTHING = Set.of(
            "noise",
            "ignored",
            "ignore",
            "dismissed",
            "dismiss",
            "useful",
            "signal",
            "false",
            "positive",
            "low",
            "not",
            "the",
            "and",
            "was",
            "were",
            "are",
            "for",
            "that",
            "this",
            "these",
            "those",
            "with",
            "from",
            "all",
            "any",
            "just",
            "only",
            "please",
            "about",
            "again",
            "always",
            "never",
            "can",
            "could",
            "should",
            "treat",
            "mark",
            "has",
            "have",
            "had",
            "been",
            "being",
            "they",
            "them",
            "its",
            "out",
            "our",
            "you",
            "your",
            "but",
            "pure");

    private final MemoryStore memories;

    Noise(MemoryStore memories) {
        this.memories = memories;
    }

    /** The memory that marks what is offered; empty when none does. */
    Optional<MemoryRecord> marks(SuggestionDraft draft) {
        Set<String> offered = words(draft.title() + ' ' + draft.description() + ' ' + draft.whyNow());
        Scope scope = new Scope(draft.workspaceId(), draft.userId());
        return memories.list(scope, MARKED, PageRequest.first(MOST)).rows().stream()
                .filter(memory -> memory.text().startsWith(MARK) && isAbout(memory.text(), offered))
                .findFirst();
    }

    /** Whether nearly all that a mark names is offered; one word alone marks nothing. */
    private static boolean isAbout(String mark, Set<String> offered) {
        Set<String> named = words(mark);
        long met = named.stream().filter(offered::contains).count();
        return named.size() >= LEAST_WORDS && met >= MOST_OF_THEM * named.size();
    }

    private static Set<String> words(String text) {
        List<String> all = Arrays.asList(BETWEEN.split(text.toLowerCase(Locale.ROOT)));
        Set<String> kept = new HashSet<>();
        all.stream()
                .filter(word -> word.length() > 2 && !SAYS_NOTHING.contains(word))
                .map(Noise::stem)
                .forEach(kept::add);
        return kept;
    }

    private static String stem(String word) {
        return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
