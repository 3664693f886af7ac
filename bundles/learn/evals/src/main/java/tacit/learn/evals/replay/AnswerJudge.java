package tacit.learn.evals.replay;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tacit.api.learn.AnswerCheck;
import tacit.api.learn.AnswerCheck.Kind;

/**
 * Judges answers by checks, and by nothing else: what was answered when the question was recorded plays no part. Thread-safe.
 *
 * <p>A value that is not there fails its check, whatever the check asks for. An answer that is an exception meets only checks
 * of {@code /thrown}.
 */
final class AnswerJudge {

    private static final String THROWN = "thrown";

    private final Wording wording;

    AnswerJudge(Wording wording) {
        this.wording = wording;
    }

    /** The first check that is not met, with what stood there; empty when all are met. */
    Optional<String> judge(List<AnswerCheck> checks, String answer) {
        JsonNode root;
        try {
            root = Json.read(answer);
        } catch (IllegalArgumentException e) {
            return Optional.of("The answer is no JSON");
        }
        for (int index = 0; index < checks.size(); index++) {
            AnswerCheck check = checks.get(index);
            Optional<String> broken = broken(check, root);
            if (broken.isPresent()) {
                return Optional.of("Check " + (index + 1) + ", " + named(check) + ": " + broken.get());
            }
        }
        return Optional.empty();
    }

    private String named(AnswerCheck check) {
        String path = check.path().isEmpty() ? "the answer" : check.path();
        String expected = check.expected().stream().map(wording::brief).collect(Collectors.joining(" "));
        return check.kind().name().toLowerCase(Locale.ROOT) + " " + path + " " + wording.brief(expected);
    }

    private Optional<String> broken(AnswerCheck check, JsonNode root) {
        if (isThrown(root) && !check.path().equals("/" + THROWN)) {
            return Optional.of("no answer but the exception "
                    + wording.quoted(root.get(THROWN).textValue()));
        }
        JsonNode found = root.at(JsonPointer.compile(check.path()));
        if (found.isMissingNode()) {
            return Optional.of("nothing stands there");
        }
        AnswerValue value = new AnswerValue(found);
        return broken(check.kind(), check.expected(), value)
                .map(why -> why + ", there stands " + wording.quoted(value.toString()));
    }

    private static boolean isThrown(JsonNode root) {
        return root.isObject() && root.size() == 1 && root.path(THROWN).isTextual();
    }

    private Optional<String> broken(Kind kind, List<String> expected, AnswerValue value) {
        return switch (kind) {
            case EQUALS -> unless(value.is(expected.get(0)), "it is another value");
            case ONE_OF -> unless(expected.stream().anyMatch(value::is), "it is none of them");
            case CONTAINS ->
                expected.stream()
                        .filter(text -> !value.holds(text))
                        .findFirst()
                        .map(text -> wording.named(text) + " does not occur");
            case OMITS ->
                expected.stream().filter(value::holds).findFirst().map(text -> wording.named(text) + " occurs");
            case RANKS_WITHIN, IN_ORDER ->
                value.isList() ? ranked(kind, expected, value) : Optional.of("it is no list");
            case AT_MOST, AT_LEAST ->
                value.size()
                        .map(size -> bound(kind, size, new BigDecimal(expected.get(0))))
                        .orElse(Optional.of("it is no number, text or list"));
        };
    }

    private Optional<String> ranked(Kind kind, List<String> expected, AnswerValue list) {
        if (kind == Kind.IN_ORDER) {
            return ordered(expected, list);
        }
        int place = list.indexOf(expected.get(0), 0) + 1;
        String name = wording.named(expected.get(0));
        if (place == 0) {
            return Optional.of(name + " does not occur");
        }
        return unless(place <= Integer.parseInt(expected.get(1)), name + " comes in place " + place);
    }

    private Optional<String> ordered(List<String> expected, AnswerValue list) {
        int last = -1;
        for (String text : expected) {
            int place = list.indexOf(text, last + 1);
            if (place < 0) {
                return Optional.of(wording.named(text) + " does not occur"
                        + (last < 0 ? "" : " after the element in place " + (last + 1)));
            }
            last = place;
        }
        return Optional.empty();
    }

    private static Optional<String> bound(Kind kind, BigDecimal size, BigDecimal bound) {
        int difference = size.compareTo(bound);
        return kind == Kind.AT_MOST ? unless(difference <= 0, "it is more") : unless(difference >= 0, "it is less");
    }

    private static Optional<String> unless(boolean met, String why) {
        return met ? Optional.empty() : Optional.of(why);
    }
}
