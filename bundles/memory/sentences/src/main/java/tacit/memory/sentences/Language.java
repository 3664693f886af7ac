package tacit.memory.sentences;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The languages that are understood, each with its small words. */
enum Language {
    EN(
            "",
            "i i'm i've i'll i'd my me the and you your is are a an to not don't do please of no that that's it it's this always"
                    + " never for in with be by if have has was what but at on as prefers hates likes use"),
    DE(
            "ßäöü",
            "ich und der die das nicht mein meine meinen meiner mich mir bitte ist ein eine einen kein keine keinen nein du"
                    + " wenn immer nie niemals den dem im für mit bin aber alle zu auf bis in von es bei habe war nimm was so heiße mag sie er wir nenn"),
    ES(
            "ñ¿¡íóú",
            "yo el la los las me mi mis no que por favor es un una en de del soy para con pero siempre nunca se eso a le su"
                    + " tengo estoy cuando y o lo al muy mañana usa llamo quiero prefiero odio vivo trabajo gusta gustan gracias dije"),
    FR(
            "çèêœàùâîûë",
            "je le la les ne pas mon ma mes moi c'est est un une des de du et mais pour avec que s'il tu te non jamais"
                    + " toujours suis à en ce ça au aux dans sur il elle nous demain ai préfère aime déteste merci");

    private static final Pattern WORD = Pattern.compile("[\\p{L}]+(?:'[\\p{L}]+)*");
    private static final Pattern ELISION = Pattern.compile("\\b(?:[jldnmtsc]|qu)'\\p{L}{2,}", Pattern.CASE_INSENSITIVE);

    private final String letters;

    /** Made by {@link Set#of}, which nobody can change. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> words;

    Language(String letters, String words) {
        this.letters = letters;
        this.words = Set.of(words.split(" "));
    }

    /**
     * The language of a sentence; where it does not tell, that of the whole text; else English.
     *
     * @param text the scores of the whole text
     */
    static Language of(String sentence, Map<Language, Integer> text) {
        Map<Language, Integer> own = scores(sentence);
        Language guess = EN;
        int most = 0;
        for (Language language : values()) {
            int score = 100 * own.getOrDefault(language, 0) + text.getOrDefault(language, 0);
            if (score > most) {
                most = score;
                guess = language;
            }
        }
        return guess;
    }

    /** How much of a text each language knows. */
    static Map<Language, Integer> scores(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        List<String> words =
                WORD.matcher(plain).results().map(MatchResult::group).toList();
        Map<Language, Integer> scores = new EnumMap<>(Language.class);
        for (Language language : values()) {
            scores.put(language, language.score(plain, words));
        }
        return scores;
    }

    private int score(String plain, List<String> found) {
        long known = found.stream().filter(this::knows).count();
        long typical = plain.chars()
                .filter(letter -> letters.indexOf(letter) >= 0)
                .limit(2)
                .count();
        long elided = this == FR && plain.indexOf('\'') >= 0
                ? ELISION.matcher(plain).results().count()
                : 0;
        return (int) (known + 2 * typical + 2 * elided);
    }

    /** Whether the word, or a part of it that ends with an apostrophe or follows one, is one of its small words. */
    private boolean knows(String word) {
        if (words.contains(word)) {
            return true;
        }
        int from = 0;
        int apostrophe = word.indexOf('\'');
        while (apostrophe >= 0) {
            if (words.contains(word.substring(from, apostrophe + 1))) {
                return true;
            }
            from = apostrophe + 1;
            apostrophe = word.indexOf('\'', from);
        }
        return from > 0 && words.contains(word.substring(from));
    }
}
