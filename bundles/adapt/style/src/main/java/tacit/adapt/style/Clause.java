package tacit.adapt.style;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of one clause, and what they wish. Immutable.
 *
 * @param words in order
 * @param praise whether the answer was good
 */
record Clause(List<String> words, boolean praise) {

    /** What says that something is long or short by itself, and how somebody means it who says no more. */
    private enum Bare {
        /** They want it. */
        WANTED,
        /** They have too much of it. */
        UNWANTED,
        /** It may be of something else than an answer. */
        UNCLEAR
    }

    private record Term(int pole, Bare bare) {}

    private static final Map<String, Term> LENGTH = Map.ofEntries(
            term("long", 1, Bare.UNCLEAR),
            term("verbose", 1, Bare.UNWANTED),
            term("wordy", 1, Bare.UNWANTED),
            term("lengthy", 1, Bare.UNWANTED),
            term("rambling", 1, Bare.UNWANTED),
            term("chatty", 1, Bare.UNWANTED),
            term("talkative", 1, Bare.UNWANTED),
            term("long-winded", 1, Bare.UNWANTED),
            term("detail", 1, Bare.UNCLEAR),
            term("details", 1, Bare.UNCLEAR),
            term("detailed", 1, Bare.WANTED),
            term("elaborate", 1, Bare.WANTED),
            term("thorough", 1, Bare.WANTED),
            term("comprehensive", 1, Bare.WANTED),
            term("expand", 1, Bare.WANTED),
            term("longer", 1, Bare.WANTED),
            term("deeper", 1, Bare.WANTED),
            term("short", -1, Bare.UNCLEAR),
            term("brief", -1, Bare.WANTED),
            term("concise", -1, Bare.WANTED),
            term("succinct", -1, Bare.WANTED),
            term("crisp", -1, Bare.WANTED),
            term("terse", -1, Bare.UNCLEAR),
            term("curt", -1, Bare.UNWANTED),
            term("shorter", -1, Bare.WANTED),
            term("briefer", -1, Bare.WANTED),
            term("shorten", -1, Bare.WANTED),
            term("condense", -1, Bare.WANTED));

    private static final Set<String> EMOJI =
            Set.of("emoji", "emojis", "emoticon", "emoticons", "smiley", "smileys", "smilies", "émojis", "émoji");
    private static final Set<String> ORDERS = Set.of(
            "be",
            "keep",
            "make",
            "please",
            "prefer",
            "want",
            "need",
            "give",
            "write",
            "stay",
            "shorter",
            "briefer",
            "longer",
            "deeper",
            "shorten",
            "condense",
            "expand",
            "elaborate");
    private static final Set<String> NOT = Set.of(
            "no", "not", "never", "without", "stop", "avoid", "quit", "dont", "hate", "remove", "disable", "drop",
            "skip", "cut", "lose", "reduce", "limit");
    private static final Set<String> LESS = Set.of("less", "fewer");
    private static final Set<String> STATES = Set.of("is", "are", "was", "were", "seems", "feels", "looks");
    private static final Set<String> TIME =
            Set.of("took", "takes", "taking", "take", "wait", "waiting", "waited", "loading", "running", "ago");
    private static final Set<String> MORE =
            Set.of("more", "add", "use", "want", "love", "like", "some", "miss", "include", "need", "please", "few");
    private static final Set<String> ANNOYING =
            Set.of("annoying", "annoy", "distracting", "distract", "unprofessional", "childish", "everywhere");
    private static final int NEAR = 4;

    Clause {
        words = List.copyOf(words);
    }

    private static Map.Entry<String, Term> term(String word, int pole, Bare bare) {
        return Map.entry(word, new Term(pole, bare));
    }

    static Clause of(String clause, boolean praise) {
        return new Clause(
                Arrays.stream(clause.split("[^\\p{L}\\p{N}'-]+", -1))
                        .filter(word -> !word.isEmpty())
                        .toList(),
                praise);
    }

    List<Wish> length() {
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Term term = LENGTH.get(words.get(i));
            int direction = term == null ? 0 : direction(i, term);
            if (direction != 0) {
                boolean order =
                        before(i, NEAR, ORDERS) || ORDERS.contains(words.get(i)) || before(i, 2, Set.of("more"));
                wishes.add(Wish.length(direction, order ? Wish.ORDER : Wish.LENGTH));
            }
        }
        return wishes;
    }

    private int direction(int i, Term term) {
        if (has(TIME)) {
            return 0;
        }
        boolean not = before(i, NEAR, NOT);
        boolean stated = not && before(i, NEAR, STATES);
        if (after(i).equals("enough") || before(i, 1, Set.of("enough"))) {
            return not ? term.pole() : 0;
        }
        if (before(i, 2, Set.of("too", "so", "overly", "that"))) {
            return stated ? 0 : -term.pole();
        }
        if (before(i, 2, LESS)) {
            return not ? 0 : -term.pole();
        }
        if (before(i, 2, Set.of("more"))) {
            return not ? -term.pole() : term.pole();
        }
        if (stated) {
            return term.bare() == Bare.WANTED ? term.pole() : 0;
        }
        return not ? -term.pole() : bare(i, term);
    }

    private int bare(int i, Term term) {
        if (before(i, NEAR, ORDERS) || ORDERS.contains(words.get(i))) {
            return term.pole();
        }
        if (praise || term.bare() == Bare.UNCLEAR) {
            return 0;
        }
        return term.bare() == Bare.WANTED ? term.pole() : -term.pole();
    }

    List<Wish> emoji() {
        for (int i = 0; i < words.size(); i++) {
            if (EMOJI.contains(words.get(i))) {
                int direction = emojiDirection(i);
                return direction == 0 ? List.of() : List.of(Wish.emoji(direction, strength(direction)));
            }
        }
        return List.of();
    }

    /** To say that one likes them is less than to ask for them. */
    private double strength(int direction) {
        return direction > 0 && has(Set.of("like", "love")) ? Wish.LIKING : Wish.EMOJI;
    }

    private int emojiDirection(int i) {
        List<String> before = words.subList(0, i);
        List<String> after = words.subList(i + 1, words.size());
        long not = before.stream().filter(NOT::contains).count();
        if (follows(before, "enough")) {
            return not > 0 ? 1 : -1;
        }
        if (follows(before, "many") || follows(before, "much")) {
            return before(i, 2, Set.of("too", "so")) ? -1 : 0;
        }
        if (before.stream().anyMatch(LESS::contains)) {
            return not > 0 ? 0 : -1;
        }
        if (not > 0) {
            return not == 1 ? -1 : 0;
        }
        if (after.stream().anyMatch(ANNOYING::contains) || after.contains("too")) {
            return -1;
        }
        return before.stream().anyMatch(MORE::contains) || after.contains("please") ? 1 : 0;
    }

    private static boolean follows(List<String> before, String word) {
        return before.subList(Math.max(0, before.size() - 3), before.size()).contains(word);
    }

    private boolean has(Set<String> some) {
        return words.stream().anyMatch(some::contains);
    }

    private boolean before(int i, int near, Set<String> some) {
        return words.subList(Math.max(0, i - near), i).stream().anyMatch(some::contains);
    }

    private String after(int i) {
        return i + 1 < words.size() ? words.get(i + 1) : "";
    }
}
