package tacit.memory.layers;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a line says, whatever its bullet, its label, its case and its punctuation: two lines of the same fact are equal. */
final class Said {

    private static final Pattern LABELS = Pattern.compile("^(?:\\s*\\[[^\\]\\n]{1,60}\\])+\\s*");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*+•]|\\d{1,3}[.)])\\s+");
    private static final Pattern KIND = Pattern.compile(
            "^(?:identity|preference|constraint|workflow[ _]rule|project[ _]fact|active[ _]commitment)\\s*:\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Punct}&&[^#%&*+/<=>@$^|~-]]+");

    private Said() {}

    /** The text without a label in front. */
    static String of(String text) {
        return LABELS.matcher(text).replaceFirst("");
    }

    /** What stands for the fact. */
    static String key(String line) {
        String bare = of(BULLET.matcher(line).replaceFirst(""));
        String fact = KIND.matcher(bare).replaceFirst("");
        String normal = Normalizer.normalize(fact, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BETWEEN.matcher(normal).replaceAll(" ").strip();
    }
}
