package tacit.memory.wiki;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tacit.api.memory.WikiHit;
import tacit.api.memory.WikiPage;
import tacit.memory.words.SearchWords;

/**
 * Finds notes and sources: 8 for each word in the title, 5 in the path, 3 in a tag, the hits in the body up to 12, and half a
 * point for each of up to 5 notes that link to it. What holds no word is not found.
 */
final class VaultSearch {

    private static final int MOST_BODY = 12;
    private static final int MOST_INBOUND = 5;
    private static final int SNIPPET = 240;

    private final Vault vault;
    private final Links links;

    VaultSearch(Vault vault) {
        this.vault = vault;
        this.links = vault.links();
    }

    List<WikiHit> find(String query, int most) {
        Set<String> words = new LinkedHashSet<>(SearchWords.of(query));
        List<WikiHit> hits = new ArrayList<>();
        vault.pages().forEach(page -> add(page, words, hits));
        vault.sources().forEach((path, text) -> add(PageText.page(path, text), words, hits));
        return hits.stream()
                .sorted(Comparator.comparingDouble(WikiHit::score).reversed().thenComparing(WikiHit::path))
                .limit(most)
                .toList();
    }

    private void add(WikiPage page, Set<String> words, List<WikiHit> hits) {
        List<String> body = SearchWords.of(page.body());
        double matched = 8.0 * in(SearchWords.of(page.title()), words)
                + 5.0 * in(SearchWords.of(page.path().replace('/', ' ').replace('-', ' ')), words)
                + 3.0 * in(SearchWords.of(String.join(" ", page.tags())), words)
                + Math.min(MOST_BODY, body.stream().filter(words::contains).count());
        if (matched > 0) {
            double inbound = 0.5 * Math.min(MOST_INBOUND, links.to(page.path()).size());
            hits.add(new WikiHit(page.path(), page.title(), matched + inbound, snippet(page.body(), words)));
        }
    }

    private static long in(List<String> found, Set<String> words) {
        Set<String> set = new HashSet<>(found);
        return words.stream().filter(set::contains).count();
    }

    /** The begin of the first line that holds one of the words, else of the text. */
    private static String snippet(String body, Set<String> words) {
        String line = body.lines()
                .filter(one -> words.stream().anyMatch(one.toLowerCase(Locale.ROOT)::contains))
                .findFirst()
                .orElse(body.strip());
        String plain = line.replaceAll("\\s+", " ").strip();
        return plain.length() <= SNIPPET ? plain : plain.substring(0, SNIPPET) + "…";
    }
}
