package tacit.evidence.redaction;

import java.util.function.Consumer;
import tacit.evidence.redaction.SecretNames.Named;

/**
 * Finds values whose names say that they are secrets: {@code name=value}, {@code "name": "value"}, {@code --name value},
 * {@code name is value} and {@code name 'value'}.
 */
final class NamedValues implements SecretRule {

    private static final int LONGEST_NAME = 64;
    private static final int MOST_SPACES = 4;

    @Override
    public void find(String text, Consumer<Match> matches) {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == ':' || c == '=') {
                i = separator(text, i, matches);
            } else if (c == '-' && text.startsWith("--", i)) {
                i = flag(text, i, matches);
            } else if (c == 'i' && text.startsWith("is ", i) && i > 0 && text.charAt(i - 1) == ' ') {
                i = told(text, i, i + 3, Link.STATED, matches);
            } else if (c == '\'' && i > 0 && text.charAt(i - 1) == ' ') {
                i = told(text, i, i, Link.JUXTAPOSED, matches);
            } else {
                i++;
            }
        }
    }

    private static int separator(String text, int at, Consumer<Match> matches) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        boolean colon = text.charAt(at) == ':';
        if (colon && (next == '/' || next == ':')) {
            return at + 2;
        }
        if (at > 0 && "!<>".indexOf(text.charAt(at - 1)) >= 0) {
            return at + 1;
        }
        if (next == '=' || next == '>') {
            return told(text, at, at + 2, next == '=' && !colon ? Link.COMPARED : Link.ASSIGNED, matches);
        }
        return told(text, at, at + 1, colon ? Link.LABELLED : Link.ASSIGNED, matches);
    }

    /** A name that ends before {@code nameEnd} with a value that begins at {@code valueStart} or a few spaces behind. */
    private static int told(String text, int nameEnd, int valueStart, Link link, Consumer<Match> matches) {
        String name = FieldName.before(text, nameEnd, LONGEST_NAME);
        Named named = SecretNames.of(name);
        if (named == null) {
            return valueStart == nameEnd ? nameEnd + 1 : valueStart;
        }
        return value(text, name, named, skipSpaces(text, valueStart), link, matches);
    }

    private static int flag(String text, int at, Consumer<Match> matches) {
        int nameEnd = Characters.WORD.endOfRun(text, at);
        boolean spaced = nameEnd < text.length() && text.charAt(nameEnd) == ' ';
        Named named = spaced && nameEnd - at < LONGEST_NAME ? SecretNames.of(text.substring(at, nameEnd)) : null;
        if (named == null) {
            return Math.max(nameEnd, at + 2);
        }
        int start = skipSpaces(text, nameEnd);
        if (start < text.length() && text.charAt(start) == '-') {
            return start;
        }
        return value(text, text.substring(at + 2, nameEnd), named, start, Link.ASSIGNED, matches);
    }

    private static int value(String text, String name, Named named, int start, Link link, Consumer<Match> matches) {
        FieldValue value = FieldValue.beginningAt(text, start, named.kind());
        if (value.end() > value.start() && ValueJudge.isSecret(text, name, named, value, link)) {
            int end = value.whole(text, start, named.kind()).end();
            matches.accept(new Match(value.start(), end, named.kind()));
            return end;
        }
        return Math.max(start, value.start());
    }

    private static int skipSpaces(String text, int start) {
        int i = start;
        while (i < text.length() && i < start + MOST_SPACES && Characters.space(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** How a value is tied to its name. */
    enum Link {
        ASSIGNED,
        COMPARED,
        LABELLED,
        STATED,
        JUXTAPOSED
    }
}
