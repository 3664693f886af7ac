package tacit.learn.template;

import java.util.regex.Pattern;

/**
 * Puts a mark in the place of one kind of varying words. Immutable.
 *
 * @param mark such as {@code <path>}
 * @param pattern what it stands for
 */
record Mask(String mark, Pattern pattern) {

    /** Reads a line such as {@code <n> \d+}. */
    static Mask parse(String line) {
        int blank = line.indexOf(' ');
        if (blank < 1) {
            throw new IllegalArgumentException("line must be a mark, a blank and a pattern, got '" + line + "'");
        }
        return new Mask(line.substring(0, blank), Pattern.compile(line.substring(blank + 1)));
    }

    String apply(String text) {
        return pattern.matcher(text).replaceAll(mark);
    }
}
