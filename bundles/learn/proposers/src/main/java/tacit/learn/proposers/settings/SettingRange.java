package tacit.learn.proposers.settings;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle says that a setting may be. Immutable.
 *
 * @param pid of the configuration
 * @param key of the setting
 * @param type as the metatype names it, such as {@code Integer}
 * @param usual the default; null when it has none
 * @param min the least number; null for a choice
 * @param max the greatest number; null for a choice
 * @param options what can be chosen; empty for numbers
 */
record SettingRange(
        String pid,
        String key,
        String type,
        @Nullable String usual,
        @Nullable Double min,
        @Nullable Double max,
        List<String> options) {

    private static final Set<String> WHOLE = Set.of("integer", "long", "short", "byte");
    private static final Set<String> REAL = Set.of("double", "float");
    private static final MathContext DIGITS = new MathContext(3);

    /** Ranges that are wider are searched by their orders of magnitude. */
    private static final double WIDE = 1_000;

    SettingRange {
        options = List.copyOf(options);
    }

    /** Whether there is something to search. */
    boolean searchable() {
        boolean number = (whole() || real()) && min != null && max != null && min < max;
        return options.size() > 1 || number;
    }

    boolean choice() {
        return !options.isEmpty();
    }

    private boolean whole() {
        return WHOLE.contains(type.toLowerCase(Locale.ROOT));
    }

    private boolean real() {
        return REAL.contains(type.toLowerCase(Locale.ROOT));
    }

    String place() {
        return pid + ":" + key;
    }

    /** Where a number lies in the range, from 0 to 1; empty for what is none, or lies outside. */
    Optional<Double> position(@Nullable String value) {
        if (value == null || min == null || max == null) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(value.strip());
            return number >= min && number <= max ? Optional.of(position(number, min, max)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static double position(double number, double min, double max) {
        return max - min > WIDE ? Math.log1p(number - min) / Math.log1p(max - min) : (number - min) / (max - min);
    }

    /** The value at a position; wholes are rounded and others have three digits. */
    String at(double position) {
        if (min == null || max == null) {
            throw new IllegalStateException("Cannot find a number of '" + place() + "': it is a choice");
        }
        double share = Math.max(0, Math.min(1, position));
        double number = max - min > WIDE ? min + Math.expm1(share * Math.log1p(max - min)) : min + share * (max - min);
        if (whole()) {
            return String.valueOf(Math.round(number));
        }
        double rounded = new BigDecimal(number).round(DIGITS).doubleValue();
        return plain(Math.max(min, Math.min(max, rounded)));
    }

    private static String plain(double number) {
        BigDecimal short_ = BigDecimal.valueOf(number).stripTrailingZeros();
        return (short_.scale() < 0 ? short_.setScale(0) : short_).toPlainString();
    }

    /** Whether two texts say the same. */
    boolean same(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        Optional<Double> left = position(one);
        return one.equals(other) || (left.isPresent() && left.equals(position(other)));
    }
}
