package tacit.surface.settings;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.Setting;

/** Checks a value against what its setting may be. The reasons hold no value: it may be a secret. */
final class ValueRule {

    /** By the type's name in lower case; any other type takes any text. */
    private static final Map<String, Function<String, Number>> NUMBERS = Map.of(
            "long", Long::valueOf,
            "integer", Integer::valueOf,
            "short", Short::valueOf,
            "byte", Byte::valueOf,
            "double", Double::valueOf,
            "float", Float::valueOf);

    private ValueRule() {}

    /**
     * Refuses what does not fit.
     *
     * @throws IllegalArgumentException with the key and what it may be
     */
    static void check(String key, Setting.Rule rule, String value) {
        String type = rule.type().toLowerCase(Locale.ROOT);
        Function<String, Number> number = NUMBERS.get(type);
        if (number != null) {
            within(key, rule, parsed(key, rule, number, value));
        } else if (type.equals("boolean")) {
            require(value.equals("true") || value.equals("false"), key + " must be true or false");
        } else if (type.startsWith("char")) {
            require(value.length() == 1, key + " must be one character");
        } else {
            within(key + " must have a length", rule, BigDecimal.valueOf(value.length()));
        }
        require(
                rule.options().isEmpty() || rule.options().contains(value),
                key + " must be one of " + String.join(", ", rule.options()));
    }

    private static BigDecimal parsed(String key, Setting.Rule rule, Function<String, Number> number, String value) {
        try {
            return new BigDecimal(number.apply(value).toString());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    key + " must be " + (rule.type().matches("[AEIOU].*") ? "an " : "a ") + rule.type(), e);
        }
    }

    private static void within(String subject, Setting.Rule rule, BigDecimal value) {
        boolean low = isBound(rule.min()) && value.compareTo(new BigDecimal(rule.min())) < 0;
        boolean high = isBound(rule.max()) && value.compareTo(new BigDecimal(rule.max())) > 0;
        if (low || high) {
            String words = subject.contains(" ") ? subject : subject + " must be";
            throw new IllegalArgumentException(words + " in [" + (rule.min() == null ? "…" : rule.min()) + ", "
                    + (rule.max() == null ? "…" : rule.max()) + "]");
        }
    }

    private static boolean isBound(@Nullable String bound) {
        return bound != null && bound.matches("-?\\d+(\\.\\d+)?");
    }

    private static void require(boolean fits, String otherwise) {
        if (!fits) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
