package tacit.learn.evals.replay;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.AnswerCheck.Kind;

/** Refuses checks that nobody could judge by, and says what is wrong with them. Thread-safe. */
final class CheckRules {

    static final int MOST_CHECKS = 50;
    static final int LONGEST_PATH = 1_000;
    static final int LONGEST_VALUE = 10_000;

    private static final int LONGEST_NUMBER = 40;
    private static final Pattern POINTER = Pattern.compile("(/([^~/]|~[01])*+)*+");
    private static final Pattern PLACES = Pattern.compile("[1-9]\\d{0,5}");

    private final Wording wording;

    CheckRules(Wording wording) {
        this.wording = wording;
    }

    /** @throws IllegalArgumentException naming the first check that is wrong, and why */
    void require(List<AnswerCheck> checks) {
        if (checks.isEmpty() || checks.size() > MOST_CHECKS) {
            throw new IllegalArgumentException("checks must be 1 to " + MOST_CHECKS + ", got " + checks.size());
        }
        for (int index = 0; index < checks.size(); index++) {
            require("check " + (index + 1), checks.get(index));
        }
    }

    private void require(String name, AnswerCheck check) {
        String path = check.path();
        if (path.length() > LONGEST_PATH || !POINTER.matcher(path).matches()) {
            throw refused(
                    name, "path", "be empty or a JSON pointer such as /decision, with ~0 for ~ and ~1 for /", path);
        }
        if (wording.holdsSecret(path)) {
            throw new IllegalArgumentException(name + ": path must hold no secret");
        }
        for (String value : check.expected()) {
            if (value.length() > LONGEST_VALUE) {
                throw new IllegalArgumentException(
                        name + ": a value must have at most " + LONGEST_VALUE + " characters, got " + value.length());
            }
            if (wording.holdsSecret(value)) {
                throw new IllegalArgumentException(
                        name + ": a value must hold no secret, as recorded answers hold none");
            }
        }
        values(name, check.kind(), check.expected());
    }

    private void values(String name, Kind kind, List<String> expected) {
        switch (kind) {
            case EQUALS, ONE_OF -> each(name, expected, CheckRules::isJson, "be JSON, such as \"allow\" or 3");
            case CONTAINS, OMITS, IN_ORDER -> each(name, expected, value -> !value.isEmpty(), "not be empty");
            case RANKS_WITHIN -> {
                each(name, expected.subList(0, 1), value -> !value.isEmpty(), "not be empty");
                each(name, expected.subList(1, 2), PLACES.asMatchPredicate(), "be a number of places from 1 on");
            }
            case AT_MOST, AT_LEAST -> each(name, expected, CheckRules::isNumber, "be a number");
        }
    }

    private void each(String name, List<String> values, Predicate<String> rule, String what) {
        for (String value : values) {
            if (!rule.test(value)) {
                throw refused(name, "the value", what, value);
            }
        }
    }

    private IllegalArgumentException refused(String name, String part, String rule, String got) {
        return new IllegalArgumentException(name + ": " + part + " must " + rule + ", got " + wording.named(got));
    }

    private static boolean isJson(String value) {
        try {
            Json.read(value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isNumber(String value) {
        try {
            return value.length() <= LONGEST_NUMBER && new BigDecimal(value).precision() > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
