package tacit.pulse.suggestions;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tacit.api.reflect.SuggestionSituation.Said;

/**
 * What answers to suggestions of other patterns say of one with some of the same words: how often each word was right, drawn towards
 * what is usual there while few answers are known. A word that all have in common says nothing. Immutable.
 *
 * @param good how many answers it was right by
 * @param bad how many it was wrong by; one that was ignored counts half
 */
record Alike(double good, double bad) {

    private static final int WORDS = 3;

    /** So many answers the usual share counts for in that of a word. */
    private static final double USUAL_COUNTS = 2;

    private static final double LEAST = .25;
    private static final double MOST = 1.5;

    /** By how much something of that title is more often right than what is usual, in [.25, 1.5]; 1 where nothing is known. */
    static double factor(String title, List<Said> others) {
        Alike all = of(others.stream());
        double usual = (all.good + 1) / (all.good + all.bad + 2);
        double odds = usual / (1 - usual);
        for (String word : words(title)) {
            odds *= of(others.stream().filter(said -> says(said, word))).odds(usual) / (usual / (1 - usual));
        }
        double chance = odds / (1 + odds);
        return Math.min(MOST, Math.max(LEAST, chance / usual));
    }

    private static Alike of(Stream<Said> answers) {
        double good = 0;
        double bad = 0;
        for (Said said : answers.toList()) {
            switch (said.response()) {
                case ACTED, EDITED -> good++;
                case DISMISSED -> bad++;
                case IGNORED -> bad += .5;
                case SNOOZED -> {}
            }
        }
        return new Alike(good, bad);
    }

    private double odds(double usual) {
        double share = (good + USUAL_COUNTS * usual) / (good + bad + USUAL_COUNTS);
        return share / (1 - share);
    }

    private static boolean says(Said said, String word) {
        return (' ' + said.about() + ' ').contains(' ' + word + ' ');
    }

    private static Set<String> words(String title) {
        return Arrays.stream(title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .limit(WORDS)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
