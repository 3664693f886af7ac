package tacit.learn.notes;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import tacit.api.learn.ReplayCase;
import tacit.api.learn.ReplayCases;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** What cases expect: a note must not tell an answer that something is judged by. Immutable. */
final class Expected {

    private static final int MOST_CASES = 10_000;
    private static final int SHORTEST = 3;
    /** Words such as "deny" are no answer that a sentence could tell. */
    private static final int SHORTEST_TOLD = 6;

    private final Set<String> texts;

    private Expected(Set<String> texts) {
        this.texts = texts;
    }

    static Expected of(ReplayCases cases, Scope scope) {
        Set<String> texts = new HashSet<>();
        int read = 0;
        Page<ReplayCase> page;
        do {
            page = cases.list(scope, "", new PageRequest(read, PageRequest.MAX_LIMIT));
            page.rows().stream()
                    .flatMap(one -> one.checks().stream())
                    .flatMap(check -> check.expected().stream())
                    .map(text -> text.toLowerCase(Locale.ROOT))
                    .filter(text -> text.length() >= SHORTEST)
                    .forEach(texts::add);
            read += page.rows().size();
        } while (!page.rows().isEmpty() && page.hasMore() && read < MOST_CASES);
        return new Expected(texts);
    }

    /** Whether a fact is an expected value, is part of one, or tells one. */
    boolean tells(Fact fact) {
        String text = fact.text().toLowerCase(Locale.ROOT);
        return texts.contains(text)
                || texts.stream()
                        .anyMatch(expected -> expected.contains(text)
                                || (expected.length() >= SHORTEST_TOLD && text.contains(expected)));
    }
}
