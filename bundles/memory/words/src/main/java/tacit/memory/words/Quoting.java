package tacit.memory.words;

import java.util.List;
import java.util.regex.Pattern;

/** Makes remembered text safe to stand in a prompt: it is shown as data and can neither close its wrapper nor give orders. */
public final class Quoting {

    /** What stands in place of words that try to give orders. */
    public static final String MARK = "[filtered_memory_content]";

    private static final List<Pattern> ORDERS = List.of(
            order("new\\s+instructions?\\s*:"),
            order("\\bsystem\\s*:"),
            order("ignore\\s+(?:all\\s+)?(?:previous|prior|above|earlier)\\s+(?:instructions?|prompts?)"),
            order("disregard\\s+(?:all\\s+)?(?:previous|prior|above|earlier)(?:\\s+(?:instructions?|prompts?))?"),
            order("override\\s+(?:the\\s+)?(?:system|instructions?)"),
            order("\\[/?INST\\]"),
            order("<</?SYS>>"),
            order("<\\|im_(?:start|end)\\|>"));

    private static final Pattern TAG = Pattern.compile("<(?=[/!?]?[\\p{L}_|])");

    /** Invisible letters beside ASCII, where they join nothing; a digit in a box keeps its own. */
    private static final Pattern HIDDEN = Pattern.compile(
            "(?<=\\p{ASCII})[\\p{Cf}\\u034F\\u180B-\\u180F\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]++(?!\\u20E3)"
                    + "|[\\u200B-\\u200D\\u2060\\uFEFF]++(?=\\p{ASCII})");

    /** How orders begin that have none of the signs. */
    private static final List<String> ORDERING = List.of("ignore", "disregard", "override");

    private static final String SIGNS = ":[<";

    private Quoting() {}

    private static Pattern order(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The text with known ways to give orders replaced, and with no tag left that a reader could take for a wrapper's. */
    public static String safe(String text) {
        if (isHarmless(text)) {
            return text;
        }
        String calm = seen(text);
        for (Pattern order : ORDERS) {
            calm = order.matcher(calm).replaceAll(MARK);
        }
        return TAG.matcher(calm).replaceAll("&lt;");
    }

    /**
     * Whether nothing in a text needs a closer look: letters of ASCII that are seen, and among them no sign and no word that an
     * order, a tag or a wrapper would need. Most texts are so, and to see it is much cheaper than to look for each.
     */
    public static boolean isHarmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean seen = (letter >= ' ' && letter < 0x7F) || letter == '\n' || letter == '\t';
            if (!seen || SIGNS.indexOf(letter) >= 0 || ordersAt(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean ordersAt(String text, int at) {
        return switch (text.charAt(at)) {
            case 'i', 'I', 'd', 'D', 'o', 'O' ->
                ORDERING.stream().anyMatch(word -> text.regionMatches(true, at, word, 0, word.length()));
            default -> false;
        };
    }

    /** Whether a text tries to give orders in a way that is known. A signal only: there are ways that nobody knows. */
    public static boolean givesOrders(String text) {
        if (isHarmless(text)) {
            return false;
        }
        String seen = seen(text);
        return ORDERS.stream().anyMatch(order -> order.matcher(seen).find());
    }

    /** The text without the invisible letters that would hide a word or a tag; those that join letters or emoji stay. */
    public static String seen(String text) {
        return HIDDEN.matcher(text).replaceAll("");
    }
}
