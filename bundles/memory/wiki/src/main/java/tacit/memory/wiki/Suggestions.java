package tacit.memory.wiki;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tacit.api.memory.WikiHealth.Suggestion;
import tacit.api.memory.WikiPage;
import tacit.memory.words.SearchWords;

/** Notes of different sections that speak of the same rare things and are not linked. */
final class Suggestions {

    private static final int MOST = 5;
    private static final int FEWEST_WORDS = 2;
    private static final int SHOWN_WORDS = 5;
    private static final int RARE = 20;

    private Suggestions() {}

    /** Those that share most first. A word is rare that stands in at most a third of all notes, and in no more than 20. */
    static List<Suggestion> among(List<WikiPage> pages, Links links) {
        List<Set<String>> words = pages.stream()
                .<Set<String>>map(page -> new HashSet<>(SearchWords.of(page.title() + " " + page.body())))
                .toList();
        List<Suggestion> found = new ArrayList<>();
        Pairs.sharing(words, Math.max(2, Math.min(RARE, pages.size() / 3))).forEach((pair, shared) -> {
            WikiPage from = pages.get(pair.first());
            WikiPage to = pages.get(pair.second());
            if (shared.size() >= FEWEST_WORDS && apart(from, to, links)) {
                found.add(new Suggestion(from.path(), to.path(), List.copyOf(shared)));
            }
        });
        return found.stream()
                .sorted(Comparator.comparingInt((Suggestion one) -> one.words().size())
                        .reversed()
                        .thenComparing(Suggestion::from)
                        .thenComparing(Suggestion::to))
                .limit(MOST)
                .map(one -> new Suggestion(
                        one.from(),
                        one.to(),
                        one.words().stream().limit(SHOWN_WORDS).toList()))
                .toList();
    }

    private static boolean apart(WikiPage a, WikiPage b, Links links) {
        return !section(a).equals(section(b))
                && !links.from(a.path()).contains(b.path())
                && !links.from(b.path()).contains(a.path());
    }

    private static String section(WikiPage page) {
        int slash = page.path().indexOf('/');
        return slash < 0 ? "" : page.path().substring(0, slash);
    }
}
