package tacit.learn.evals.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tacit.api.harness.InnerCall;
import tacit.api.harness.Situation;
import tacit.api.learn.AnswerCheck;

/**
 * Finds questions that tell the answer which their checks ask for. A candidate that reads it there would pass without knowing
 * anything. Pure.
 *
 * <p>A question tells it where a member that is named like a label ({@code expected}, {@code verdict}, …) has the value, and where
 * a text names the label, or the member that the check looks at, right before the value. The value alone tells nothing: words
 * such as {@code deny} stand in many honest questions.
 */
final class Leaks {

    private static final int LONGEST = 200;
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]+");
    private static final Pattern LABEL = Pattern.compile(
            "(?:expected|correct|right|gold|golden|reference)(?:answer|output|result|value|decision|effect|label)?"
                    + "|answerkey|groundtruth|label|verdict");
    private static final String IN_TEXT =
            "(?:(?:expected|correct|right|gold|golden|reference)(?:[\\s_-]*(?:answer|output|result|value|decision|effect|label))"
                    + "|expected|answer[\\s_-]*key|ground[\\s_-]*truth|verdict)(?:\\s+(?:is|was|be))?";

    private final List<Expected> expected = new ArrayList<>();

    /** A value that is asked for; its pattern finds texts that tell it. */
    private record Expected(String value, boolean json, Pattern told) {

        boolean is(JsonNode found) {
            return json
                    ? new AnswerValue(found).is(value)
                            || (found.isTextual() && plain(value).equalsIgnoreCase(found.textValue()))
                    : found.isTextual() && found.textValue().equals(value);
        }
    }

    private Leaks(List<AnswerCheck> checks) {
        for (AnswerCheck check : checks) {
            values(check).forEach(value -> expected.add(expected(check, value)));
        }
    }

    /** Where a question tells what is asked for, in words; empty where it does not. */
    static Optional<String> find(Situation asked, List<AnswerCheck> checks) {
        Leaks leaks = new Leaks(checks);
        if (leaks.expected.isEmpty()) {
            return Optional.empty();
        }
        Stream<String> inner = asked.inner().stream().map(InnerCall::output).filter(text -> !text.isBlank());
        return Stream.concat(Stream.of(asked.inputs()), inner)
                .flatMap(text -> leaks.in("", Json.read(text)).stream())
                .findFirst();
    }

    private static List<String> values(AnswerCheck check) {
        return switch (check.kind()) {
            case EQUALS, ONE_OF, CONTAINS, IN_ORDER -> check.expected();
            case RANKS_WITHIN -> check.expected().subList(0, 1);
            case OMITS, AT_MOST, AT_LEAST -> List.of();
        };
    }

    private static Expected expected(AnswerCheck check, String value) {
        boolean json = check.kind() == AnswerCheck.Kind.EQUALS || check.kind() == AnswerCheck.Kind.ONE_OF;
        return new Expected(value, json, told(check.path(), json ? plain(value) : value));
    }

    /** A JSON text as it would stand in a sentence. */
    private static String plain(String json) {
        JsonNode value = Json.read(json);
        return value.isTextual() ? value.textValue() : value.toString();
    }

    /** A label before the value, or the name of the member with a colon or an equals sign between. */
    private static Pattern told(String path, String value) {
        if (value.isBlank() || value.length() > LONGEST) {
            return Pattern.compile("(?!)");
        }
        String end = "[\\s\"'\\\\]*" + Pattern.quote(value) + "(?![\\p{L}\\p{N}_])";
        String label = "(?<![\\p{L}\\p{N}])" + IN_TEXT + "[\\s\"'\\\\]*[:=\\s]" + end;
        String name = path.substring(path.lastIndexOf('/') + 1);
        String member = Pattern.quote(name) + "[\"'\\\\]*\\s*[:=]" + end;
        boolean named = name.chars().anyMatch(Character::isLetter);
        return Pattern.compile(named ? label + "|(?<![\\p{L}\\p{N}])" + member : label, Pattern.CASE_INSENSITIVE);
    }

    private Optional<String> in(String name, JsonNode node) {
        if (isLabel(name) && expected.stream().anyMatch(one -> one.is(node))) {
            return Optional.of("its member '" + name + "' has the value that is asked for");
        }
        if (node.isTextual()) {
            return expected.stream()
                            .anyMatch(
                                    one -> one.told().matcher(node.textValue()).find())
                    ? Optional.of("a text in it names the value that is asked for")
                    : Optional.empty();
        }
        return node.isObject() ? inMembers(node) : inElements(name, node);
    }

    private Optional<String> inMembers(JsonNode object) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String member = names.next();
            Optional<String> told = in(member, object.get(member));
            if (told.isPresent()) {
                return told;
            }
        }
        return Optional.empty();
    }

    private Optional<String> inElements(String name, JsonNode list) {
        for (JsonNode element : list) {
            Optional<String> told = in(name, element);
            if (told.isPresent()) {
                return told;
            }
        }
        return Optional.empty();
    }

    private static boolean isLabel(String name) {
        return LABEL.matcher(NO_LETTER.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(""))
                .matches();
    }
}
