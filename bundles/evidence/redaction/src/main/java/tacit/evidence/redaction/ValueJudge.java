package tacit.evidence.redaction;

import java.util.Locale;
import java.util.Set;
import tacit.evidence.redaction.NamedValues.Link;
import tacit.evidence.redaction.SecretNames.Named;

/** Decides whether the value of a field with a secret name is a secret, or prose, code or a placeholder. */
final class ValueJudge {

    private static final int JUDGED = 512;
    private static final int LONG = 20;
    private static final int LONGEST_COOKIE_NAME = 64;

    private static final Set<String> PROSE_STARTS = Set.of(
            "is",
            "are",
            "was",
            "must",
            "the",
            "this",
            "that",
            "your",
            "a",
            "an",
            "field",
            "not",
            "no",
            "cannot",
            "can",
            "should",
            "please",
            "enter",
            "at",
            "may",
            "will",
            "has",
            "too",
            "does",
            "invalid",
            "required",
            "missing");

    private static final Set<String> PARSER_TALK = Set.of(
            "unexpected",
            "unrecognized",
            "unrecognised",
            "unknown",
            "illegal",
            "near",
            "after",
            "before",
            "at",
            "offending",
            "syntax",
            "next",
            "last",
            "first",
            "current",
            "lexer",
            "end",
            "start",
            "bad",
            "found",
            "got",
            "expected",
            "each",
            "per",
            "a",
            "the");

    private static final Set<String> SCHEMES =
            Set.of("token", "digest", "apikey", "negotiate", "key", "hmac", "aws4-hmac-sha256", "ntlm", "oauth");

    private ValueJudge() {}

    static boolean isSecret(String text, String name, Named named, FieldValue field, Link link) {
        String value = text.substring(field.start(), Math.min(field.end(), field.start() + JUDGED));
        if (Placeholders.is(value.strip()) || isPath(name, value)) {
            return false;
        }
        if (link == Link.JUXTAPOSED) {
            return named.kind().equals("password");
        }
        if (named.kind().equals("cookie")) {
            return link == Link.LABELLED && value.indexOf('=') > 0 && value.indexOf('=') < LONGEST_COOKIE_NAME;
        }
        if (named.kind().equals("authorization")) {
            return isCredential(value);
        }
        if (field.quoted()) {
            boolean weak = named.kind().equals("credential") || (link == Link.COMPARED && !named.strong());
            return !isProse(value) && (!weak || looksSecret(value));
        }
        return isBareSecret(text, name, named, field, link, value);
    }

    private static boolean isBareSecret(
            String text, String name, Named named, FieldValue field, Link link, String value) {
        if (Placeholders.isCode(value) || value.equalsIgnoreCase(name) || SecretNames.of(value) != null) {
            return false;
        }
        if (named.kind().equals("credential")) {
            return looksSecret(value) && value.length() >= 8;
        }
        return switch (link) {
            case COMPARED, JUXTAPOSED -> false;
            case STATED -> looksSecret(value);
            case ASSIGNED ->
                named.strong()
                        || looksSecret(value)
                        || (!Characters.space(text.charAt(field.start() - 1)) && !isSmallNumber(value));
            case LABELLED -> isLabelledSecret(text, name, named, field, value);
        };
    }

    private static boolean isLabelledSecret(String text, String name, Named named, FieldValue field, String value) {
        int nameStart = text.lastIndexOf(name, field.start());
        boolean talk = !named.strong()
                && PARSER_TALK.contains(
                        FieldName.wordBeforeName(text, nameStart).toLowerCase(Locale.ROOT));
        if (talk) {
            return looksSecret(value) && value.length() >= LONG;
        }
        return looksSecret(value) || (!isSmallNumber(value) && isWord(value) && endsStatement(text, field.end()));
    }

    /** Letters with digits, many digits, inner capitals, symbols or great length: what ordinary words do not have. */
    static boolean looksSecret(String value) {
        int digits = 0;
        int letters = 0;
        int symbols = 0;
        int humps = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Characters.digit(c)) {
                digits++;
            } else if (Characters.letter(c)) {
                letters++;
                humps += i > 0 && Character.isUpperCase(c) && Character.isLowerCase(value.charAt(i - 1)) ? 1 : 0;
            } else if ("!@#$%^*+=".indexOf(c) >= 0) {
                symbols++;
            }
        }
        boolean mixed = digits > 0 && letters > 0 && value.length() >= 5;
        return mixed
                || digits >= 6
                || (humps > 0 && value.length() >= 8)
                || (symbols > 0 && letters > 0 && value.length() >= 6)
                || (letters >= LONG && value.indexOf(' ') < 0);
    }

    private static boolean isCredential(String value) {
        String[] words = value.strip().split("\\s+", 3);
        String first = words[0].toLowerCase(Locale.ROOT);
        if (first.equals("bearer") || first.equals("basic")) {
            return false;
        }
        if (words.length > 1 && SCHEMES.contains(first)) {
            return looksSecret(words[1]);
        }
        return words.length == 1 && looksSecret(words[0]) && words[0].length() >= 8;
    }

    private static boolean isProse(String value) {
        int space = value.indexOf(' ');
        return space > 0 && PROSE_STARTS.contains(value.substring(0, space).toLowerCase(Locale.ROOT));
    }

    private static boolean isPath(String name, String value) {
        return name.equalsIgnoreCase("pwd") && (value.startsWith("/") || value.startsWith("~"));
    }

    private static boolean isSmallNumber(String value) {
        return value.length() < 6 && value.chars().allMatch(c -> Characters.digit((char) c) || c == '.');
    }

    private static boolean isWord(String value) {
        return value.length() >= 3 && Characters.letterOrDigit(value.charAt(0));
    }

    private static boolean endsStatement(String text, int end) {
        if (end >= text.length()) {
            return true;
        }
        char c = text.charAt(end);
        if (c == '.' || c == '!') {
            return end + 1 >= text.length() || text.charAt(end + 1) <= ' ';
        }
        return c != ' ' && c != '\t' && !Characters.WORD.has(c);
    }
}
