package tacit.adapt.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads what somebody wishes in their own words: with its direction, and with what negates it. */
final class FreeText {

    private static final int LONGEST = 4_000;
    private static final double HEDGED = 0.5;

    private static final Pattern CLAUSES =
            Pattern.compile("[.,;:!?\\n()]+|\\s(?:and|but|however|though|so that)\\s|\\s[-–—]+\\s");
    private static final Pattern HEDGE =
            Pattern.compile("\\b(?:a bit|a little|a tad|slightly|somewhat|maybe|perhaps|possibly)\\b");

    private FreeText() {}

    /**
     * Wishes in their order.
     *
     * @param praise whether the answer was good: then only what is asked for counts, and no mere description
     */
    static List<Wish> wishes(String text, boolean praise) {
        String plain = plain(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        List<Wish> wishes = new ArrayList<>(Phrases.in(plain));
        for (String clause : CLAUSES.split(" " + plain + " ", -1)) {
            double factor = HEDGE.matcher(clause).find() ? HEDGED : 1;
            Clause words = Clause.of(clause, praise);
            List<Wish> said = new ArrayList<>(words.length());
            said.addAll(words.emoji());
            said.addAll(DepthWords.in(clause.strip()));
            said.forEach(wish -> wishes.add(wish.times(factor)));
        }
        return wishes;
    }

    /** Small letters, and {@code not} for all of its short forms. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replaceAll("\\bcan'?t\\b|\\bcannot\\b", "can not")
                .replaceAll("\\bwon'?t\\b", "will not")
                .replaceAll("\\b(do|does|did|is|are|was|were|should|could|would|need|have|has)n'?t\\b", "$1 not")
                .replaceAll("\\bi'?m\\b", "i am")
                .replaceAll("\\b(it|that)'s\\b", "$1 is")
                .replaceAll("\\bthey're\\b", "they are");
    }
}
