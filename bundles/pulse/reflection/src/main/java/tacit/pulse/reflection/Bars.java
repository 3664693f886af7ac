package tacit.pulse.reflection;

import java.util.Locale;

/**
 * What a winner must reach before anything is started by itself. Immutable; each in [0, 1].
 *
 * @param usefulness below it nothing may be started at all
 * @param confidence below it people are asked
 * @param freshness below it people are asked
 */
record Bars(double usefulness, double confidence, double freshness) {

    static final Bars USUAL = new Bars(.45, .55, .2);

    Bars {
        share("least.usefulness", usefulness);
        share("least.confidence", confidence);
        share("least.freshness", freshness);
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], got " + value);
        }
    }

    /** {@code .45} */
    static String text(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.startsWith("0") ? text.substring(1) : text;
    }
}
