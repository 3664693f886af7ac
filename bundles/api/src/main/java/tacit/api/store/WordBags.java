package tacit.api.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds texts whose words were taken apart, such as the weights of a query: by the begins of their longer words, in any order.
 * Immutable.
 */
final class WordBags {

    private static final int BEGIN = 5;
    private static final int FEWEST = 3;
    private static final double SHARE = 0.6;
    private static final Pattern WORD = Pattern.compile("\\p{L}{" + BEGIN + ",}");

    private final List<Set<String>> bags = new ArrayList<>();

    private WordBags() {}

    /** Of these texts; one with fewer than three longer words is passed over. */
    static WordBags of(Collection<String> texts) {
        WordBags all = new WordBags();
        texts.stream().map(WordBags::begins).filter(bag -> bag.size() >= FEWEST).forEach(all.bags::add);
        return all;
    }

    boolean isEmpty() {
        return bags.isEmpty();
    }

    /** Whether most of the longer words of one of the texts stand in this one. */
    boolean areIn(String text) {
        if (bags.isEmpty()) {
            return false;
        }
        Set<String> there = begins(text);
        return bags.stream().anyMatch(bag -> {
            long found = bag.stream().filter(there::contains).count();
            return found >= FEWEST && found >= bag.size() * SHARE;
        });
    }

    private static Set<String> begins(String text) {
        Set<String> begins = new HashSet<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            begins.add(matcher.group().substring(0, BEGIN).toLowerCase(Locale.ROOT));
        }
        return begins;
    }
}
