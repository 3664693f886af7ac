package tacit.evidence.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Finds what follows {@code Bearer} and {@code Basic}, and leaves prose about them alone. */
final class AuthorizationSchemes implements SecretRule {

    private static final int LONG_TOKEN = 16;
    private static final int HEADER_REACH = 24;
    private static final Set<String> PROSE = Set.of(
            "token",
            "tokens",
            "auth",
            "authentication",
            "authorization",
            "authorisation",
            "header",
            "headers",
            "scheme",
            "of",
            "is",
            "and",
            "credential",
            "credentials",
            "or",
            "for",
            "in",
            "format",
            "realm",
            "error",
            "with",
            "the",
            "prefix",
            "access",
            "was",
            "value",
            "schemes",
            "method",
            "type",
            "string",
            "key",
            "keys");

    @Override
    public void find(String text, Consumer<Match> matches) {
        for (int i = 0; i + 6 < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == 'B' || c == 'b') && Characters.wordBegins(text, i)) {
                if (Characters.wordAt(text, i, "bearer")) {
                    bearer(text, i, matches);
                } else if (Characters.wordAt(text, i, "basic")) {
                    basic(text, i, matches);
                }
            }
        }
    }

    private static void bearer(String text, int at, Consumer<Match> matches) {
        int start = valueAfter(text, at + 6);
        int end = start < 0 ? -1 : trimmed(text, start);
        if (end > start && start >= 0 && isToken(text, at, text.substring(start, end))) {
            matches.accept(new Match(start, end, "bearer_token"));
        }
    }

    private static boolean isToken(String text, int at, String value) {
        if (PROSE.contains(value.toLowerCase(Locale.ROOT)) || value.startsWith("realm=") || Placeholders.is(value)) {
            return false;
        }
        boolean looksIt = value.length() >= LONG_TOKEN || value.chars().anyMatch(c -> !Characters.letter((char) c));
        boolean capitalised = text.charAt(at) == 'B' && Character.isLowerCase(text.charAt(at + 1));
        return looksIt || capitalised || inHeader(text, at);
    }

    private static boolean inHeader(String text, int at) {
        String before = text.substring(Math.max(0, at - HEADER_REACH), at).toLowerCase(Locale.ROOT);
        return before.contains("authorization");
    }

    private static void basic(String text, int at, Consumer<Match> matches) {
        int start = valueAfter(text, at + 5);
        int end = start < 0 ? -1 : Characters.BASE64.endOfRun(text, start);
        if (end - start >= 8 && (inHeader(text, at) || holdsUserAndPassword(text.substring(start, end)))) {
            matches.accept(new Match(start, end, "basic_credentials"));
        }
    }

    private static boolean holdsUserAndPassword(String encoded) {
        try {
            String decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return decoded.indexOf(':') >= 0 && decoded.chars().allMatch(c -> c >= ' ' && c < 127);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static int valueAfter(String text, int index) {
        int start = index;
        while (start < text.length() && Characters.space(text.charAt(start))) {
            start++;
        }
        return start > index && start < text.length() ? start : -1;
    }

    private static int trimmed(String text, int start) {
        int end = Characters.AUTHORIZATION.endOfRun(text, start);
        while (end > start && text.charAt(end - 1) == '.') {
            end--;
        }
        return end;
    }
}
