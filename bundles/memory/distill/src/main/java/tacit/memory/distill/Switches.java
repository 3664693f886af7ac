package tacit.memory.distill;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.memory.sentences.Sentences;

/**
 * What may be learnt from. Immutable.
 *
 * @param explicit what somebody asks to remember
 * @param implicit what is said without that, and what a run shows
 * @param shared what is said where others read along
 */
record Switches(boolean explicit, boolean implicit, boolean shared) {

    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:remember|for future reference|keep in mind|don['’]t forget|note that|merke? dir|denk(?:e)? daran"
                    + "|vergiss nicht|recuerda|no olvides|ten en cuenta|souviens-toi|retiens|n['’]oublie pas)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Whether somebody asks to remember. */
    static boolean asked(String sentence) {
        return ASKED.matcher(sentence).find();
    }

    /** The text with each sentence blank that is not to be learnt from. */
    String admitted(String text) {
        if (explicit && implicit) {
            return text;
        }
        StringBuilder admitted = new StringBuilder(text);
        Matcher sentence = Sentences.of(text);
        while (sentence.find()) {
            if (!(asked(sentence.group()) ? explicit : implicit)) {
                admitted.replace(sentence.start(), sentence.end(), " ".repeat(sentence.end() - sentence.start()));
            }
        }
        return admitted.toString();
    }
}
