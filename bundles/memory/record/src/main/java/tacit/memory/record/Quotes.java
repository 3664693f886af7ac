package tacit.memory.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tacit.api.store.EvidenceTexts;
import tacit.api.store.Scope;

/**
 * Texts that are being forgotten, by workspace: who keeps quotes is asked for them once everybody was told, and again later, since
 * whoever was at work with them meanwhile may have kept some. Held in memory alone, as that work is. Thread-safe.
 */
final class Quotes {

    private static final int CHARACTERS_AT_ONCE = 1_000_000;

    private final Map<String, Set<String>> said = new TreeMap<>();
    private final Set<Scope> users = new HashSet<>();

    /** Looks for quotes of these from now on; a scope that names a user brings all that they said. */
    synchronized void expect(Scope scope, Collection<String> texts) {
        if (scope.userId() != null) {
            users.add(scope);
        }
        if (!texts.isEmpty()) {
            said.computeIfAbsent(scope.workspaceId(), workspace -> new TreeSet<>())
                    .addAll(texts);
        }
    }

    /** Whether all that the user of the scope said is here. */
    synchronized boolean knows(Scope scope) {
        return users.contains(scope);
    }

    /** What is looked for now, by workspace. */
    synchronized Map<String, Set<String>> all() {
        Map<String, Set<String>> all = new TreeMap<>();
        said.forEach((workspace, texts) -> all.put(workspace, new TreeSet<>(texts)));
        return all;
    }

    /** Looks for these no more. */
    synchronized void drop(Map<String, Set<String>> texts) {
        texts.forEach((workspace, some) -> {
            said.getOrDefault(workspace, new TreeSet<>()).removeAll(some);
            users.removeIf(user -> user.workspaceId().equals(workspace));
        });
        said.values().removeIf(Set::isEmpty);
    }

    /** Has quotes taken back; answers how many texts changed. */
    static long forget(EvidenceTexts texts, Map<String, Set<String>> said) {
        long changed = 0;
        for (Map.Entry<String, Set<String>> of : said.entrySet()) {
            for (List<String> part : parts(of.getValue())) {
                changed += texts.forgetQuotes(Scope.ofWorkspace(of.getKey()), part);
            }
        }
        return changed;
    }

    private static List<List<String>> parts(Set<String> texts) {
        List<List<String>> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        int characters = 0;
        for (String text : texts) {
            if (characters > CHARACTERS_AT_ONCE) {
                parts.add(part);
                part = new ArrayList<>();
                characters = 0;
            }
            part.add(text);
            characters += text.length();
        }
        parts.add(part);
        return parts;
    }
}
