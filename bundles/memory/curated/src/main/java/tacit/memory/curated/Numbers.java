package tacit.memory.curated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tacit.memory.curated.Claim.Rule;

/** Finds the numbers that an entry gives to something: behind its verb, and not as a name. */
final class Numbers {

    private static final Set<String> VERBS = Set.of(
            "is", "are", "use", "require", "need", "run", "set", "keep", "limit", "max", "maximum", "minimum", "cost",
            "take", "expire", "start", "end", "default", "listen", "has", "have", "target", "pin", "must", "should",
            "work", "=");

    private static final Set<String> LABELS = Set.of(
            "issue",
            "ticket",
            "bug",
            "pr",
            "step",
            "phase",
            "room",
            "chapter",
            "page",
            "line",
            "level",
            "team",
            "sprint",
            "task",
            "item",
            "no",
            "number",
            "rule",
            "section",
            "order",
            "customer",
            "invoice",
            "case");

    private static final Pattern NUMBER =
            Pattern.compile("v?\\d[\\d.:/,\\-]*(?:%|px|ms|gb|mb|kb|am|pm|h|s|min)?(?:\\.x)?|[$€£]\\d[\\d.,]*k?");

    private Numbers() {}

    static Optional<Claim> of(String said) {
        List<String> skeleton = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        boolean given = false;
        String before = "";
        for (String word : said.split(" ", -1)) {
            boolean number = NUMBER.matcher(word).matches();
            if (number && given && !LABELS.contains(before)) {
                numbers.add(word);
                skeleton.add("#");
            } else if (!Wording.ARTICLES.contains(word)) {
                skeleton.add(word);
            } else if (VERBS.contains(before) && !word.equals("the")) {
                return Optional.empty();
            }
            given = given || VERBS.contains(word) || word.endsWith(":");
            before = word;
        }
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Claim("number|" + String.join(" ", skeleton), Rule.NUMBERS, numbers));
    }
}
