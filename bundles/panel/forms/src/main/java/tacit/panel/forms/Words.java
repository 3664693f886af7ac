package tacit.panel.forms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Words of pages for what code has as constants. */
public final class Words {

    private Words() {}

    /** A constant as words: {@code in review}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A constant as a label: {@code Emoji usage}. */
    public static String label(Enum<?> constant) {
        String words = of(constant);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The values that a choice offers, one for each constant; {@link Fields#choice} reads them. */
    public static <E extends Enum<E>> List<String> choices(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The same behind an empty one, which stands for any. */
    public static <E extends Enum<E>> List<String> choicesOrAny(Class<E> type) {
        List<String> all = new ArrayList<>(List.of(""));
        all.addAll(choices(type));
        return all;
    }

    /** What stands in a field with blanks, commas or new lines between, each once. */
    public static List<String> listed(String text) {
        return Arrays.stream(text.split("[\\s,]+", -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
