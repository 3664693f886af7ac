package tacit.learn.gate;

import java.util.Locale;

/** Writes figures for people, the same in every report. */
public final class Figure {

    private Figure() {}

    /** A share as a percentage with one decimal. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** A change of cost with its sign. */
    public static String rise(double share) {
        return String.format(Locale.ROOT, "%+.1f %%", 100 * share);
    }

    /** A difference of two shares in points, with its sign. */
    public static String points(double difference) {
        return String.format(Locale.ROOT, "%+.1f points", 100 * difference);
    }

    /** A p-value with its relation, such as {@code = 0.0312} or {@code < 0.0001}. */
    public static String chance(double pValue) {
        return pValue < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "= %.4f", pValue);
    }
}
