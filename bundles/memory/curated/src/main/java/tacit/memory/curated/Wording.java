package tacit.memory.curated;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Brings a one-sentence entry into one wording: no speaker, no inflection by person, one sign for every denial. */
final class Wording {

    /** Stands where something is denied. */
    static final char DENIAL = '\u00ac';

    static final Set<String> ARTICLES = Set.of("a", "an", "the");

    private static final Pattern SENTENCES = Pattern.compile("[.!?;]\\s|[;]| but | however ");
    private static final Pattern MORE = Pattern.compile("\\b(?:also|additionally|too|as well|besides)\\b");
    private static final Pattern SPEAKER =
            Pattern.compile("^(?:please |(?:the )?user (?!'s)(?!is )|i |we |he |she |they |always |usually )+");
    private static final String NOT = DENIAL + " ";

    private Wording() {}

    /** Empty when it is no single plain statement. */
    static String of(String text) {
        String said = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .strip()
                .replaceAll("[.!]+$", "")
                .replaceAll("[\"`()\u201c\u201d]", "")
                .replaceAll(",(?=\\s|$)", "")
                .replaceAll("\\s+", " ");
        if (SENTENCES.matcher(said).find() || MORE.matcher(said).find() || said.contains("not only")) {
            return "";
        }
        String plain = denials(said);
        String spoken = SPEAKER.matcher(plain).replaceFirst("");
        return Arrays.stream(spoken.split(" ", -1)).map(Wording::stem).collect(Collectors.joining(" "));
    }

    private static String denials(String said) {
        return said.replaceAll("\\b(?:do|doe|did)(?:es)?n't\\b", "do not")
                .replaceAll("\\b(is|are|was|should|must|could|would|has|have)n't\\b", "$1 not")
                .replaceAll("\\b(?:can't|cannot)\\b", "can not")
                .replaceAll("\\bwon't\\b", "will not")
                .replaceAll("\\b(?:never|do not|not) forget to ", "")
                .replaceAll("\\b(?:do|does|did) not ", NOT)
                .replaceAll("\\b(?:never|no longer|not) ", NOT)
                .replaceAll("\\b(?:avoids?|stop) using ", NOT + "use ")
                .replaceAll("\\bavoids? ", NOT + "use ")
                .replaceAll("\\b(?:dislikes?|hates?) ", NOT + "like ")
                .replaceAll("\\b(?:loves?|enjoys?) ", "like ")
                .replaceAll("\\balways ", "");
    }

    private static String stem(String word) {
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.matches(".*(?:ss|us|is|as|'s)");
        return plural && word.codePoints().allMatch(Character::isLetter) ? word.substring(0, word.length() - 1) : word;
    }
}
