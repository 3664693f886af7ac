package tacit.trigger.words;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Constants of enums as people write them: in lower case. */
public final class Choices {

    private Choices() {}

    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant that is meant, whatever its case; null for none. */
    public static <E extends Enum<E>> @Nullable E of(Class<E> type, String word) {
        String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return null;
    }
}
