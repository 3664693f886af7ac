package tacit.memory.archive;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Finds texts that a workspace does not want to keep. */
final class Exclusions {

    private static final int LONGEST_PATTERN = 1_000;
    private static final int MOST_STEPS = 2_000_000;

    private Exclusions() {}

    /** Whether one of the patterns finds something; those that cannot be read are passed over. */
    static boolean exclude(List<String> patterns, String text) {
        return patterns.stream().flatMap(pattern -> read(pattern).stream()).anyMatch(pattern -> finds(pattern, text));
    }

    private static Optional<Pattern> read(String pattern) {
        if (pattern.isBlank() || pattern.length() > LONGEST_PATTERN) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** What cannot be decided in time is excluded: it may be what nobody wants to keep. */
    private static boolean finds(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Counted(text, new AtomicInteger())).find();
        } catch (TooManySteps | StackOverflowError e) {
            return true;
        }
    }

    private static final class TooManySteps extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooManySteps() {
            super("Cannot match in time", null, false, false);
        }
    }

    /** A text that can be looked at so many times only. */
    private record Counted(CharSequence text, AtomicInteger steps) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (steps.incrementAndGet() > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
