package tacit.memory.wiki;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.memory.WikiPage;
import tacit.memory.words.SearchWords;

/** Notes that say the same as an earlier one: by their title, or by four of five runs of five words. */
final class Twins {

    private static final int RUN = 5;
    private static final double SAME = 0.8;
    private static final int MOST = 50;

    private Twins() {}

    /** What to say of each such note, by its path. */
    static SortedMap<String, String> among(List<WikiPage> pages) {
        SortedMap<String, String> twins = new TreeMap<>();
        Map<String, String> titles = new HashMap<>();
        for (WikiPage page : pages) {
            String title = page.title().strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            String earlier = titles.putIfAbsent(title, page.path());
            if (earlier != null) {
                twins.put(page.path(), "has the title of " + earlier);
            }
        }
        List<Set<String>> runs = pages.stream().map(page -> runs(page.body())).toList();
        Pairs.sharing(runs, MOST).forEach((pair, both) -> {
            int all = runs.get(pair.first()).size() + runs.get(pair.second()).size() - both.size();
            if ((double) both.size() / all >= SAME) {
                twins.putIfAbsent(
                        pages.get(pair.second()).path(),
                        "says the same as " + pages.get(pair.first()).path());
            }
        });
        return twins;
    }

    private static Set<String> runs(String body) {
        List<String> words = SearchWords.of(body);
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + RUN)));
        }
        return runs;
    }
}
