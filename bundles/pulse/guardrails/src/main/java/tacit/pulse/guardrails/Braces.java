package tacit.pulse.guardrails;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes several words of one with alternatives in braces. */
final class Braces {

    private static final int MOST = 64;
    private static final Pattern ALTERNATIVES = Pattern.compile("(?s)([^{}]*)\\{([^{}]*,[^{}]*)\\}(.*)");

    private Braces() {}

    static List<String> expand(String word) {
        Matcher found = ALTERNATIVES.matcher(word);
        if (!found.matches() || found.group(1).endsWith("$")) {
            return List.of(word);
        }
        List<String> words = new ArrayList<>();
        for (String one : found.group(2).split(",", -1)) {
            if (words.size() < MOST) {
                words.addAll(expand(found.group(1) + one + found.group(3)));
            }
        }
        return words.stream().filter(one -> !one.isEmpty()).toList();
    }
}
