package tacit.memory.sentences;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blanks what somebody else said, without moving a character. */
final class Quotations {

    private static final int FEW_WORDS = 2;
    private static final Pattern BLOCK = Pattern.compile("```.*?(?:```|$)|(?m:^\\s*>.*$)", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile(
            "\"([^\"\\n]*)\"|[“„]([^“”„\\n]*)[”“]|«([^«»\\n]*)»|»([^«»\\n]*)«"
                    + "|`([^`\\n]*)`|(?<![\\p{L}\\p{N}])['‘]([^'‘’\\n]*(?:['’]\\p{L}[^'‘’\\n]*)*)['’](?![\\p{L}\\p{N}])");

    private Quotations() {}

    /** The text with its quotations blanked; a quotation of one or two words loses its marks only. */
    static String blanked(String text) {
        StringBuilder plain = new StringBuilder(text);
        blank(plain, BLOCK.matcher(text));
        blank(plain, QUOTED.matcher(plain.toString()));
        return plain.toString().replace('’', '\'');
    }

    private static void blank(StringBuilder plain, Matcher quotations) {
        while (quotations.find()) {
            String quoted = quotations.group();
            boolean term = quoted.strip().split("\\s+", -1).length <= FEW_WORDS && !quoted.contains("```");
            plain.setCharAt(quotations.start(), ' ');
            plain.setCharAt(quotations.end() - 1, ' ');
            for (int i = quotations.start(); !term && i < quotations.end(); i++) {
                plain.setCharAt(i, ' ');
            }
        }
    }
}
