package tacit.evidence.redaction;

import java.util.function.Consumer;

/** Finds passwords in the user part of addresses such as {@code scheme://user:password@host}. */
final class UrlCredentials implements SecretRule {

    private static final int LONGEST_AUTHORITY = 1_024;
    private static final int LONGEST_USER = 20;

    @Override
    public void find(String text, Consumer<Match> matches) {
        int scheme = text.indexOf("://");
        while (scheme >= 0) {
            findAt(text, scheme + 3, matches);
            scheme = text.indexOf("://", scheme + 3);
        }
    }

    private static void findAt(String text, int start, Consumer<Match> matches) {
        int limit = Math.min(text.length(), start + LONGEST_AUTHORITY);
        int at = -1;
        int colon = -1;
        for (int i = start; i < limit && !endsAuthority(text.charAt(i)); i++) {
            if (text.startsWith(Match.MARK, i)) {
                i += Match.MARK.length();
            } else if (text.charAt(i) == '@') {
                at = i;
            } else if (text.charAt(i) == ':' && colon < 0) {
                colon = i;
            }
        }
        if (at < 0) {
            return;
        }
        if (colon >= 0 && colon < at) {
            if (!Placeholders.is(text.substring(colon + 1, at))) {
                matches.accept(new Match(colon + 1, at, "url_password"));
            }
        } else if (at - start >= LONGEST_USER && !text.substring(start, at).contains(Match.MARK)) {
            matches.accept(new Match(start, at, "url_credential"));
        }
    }

    private static boolean endsAuthority(char c) {
        return c <= ' ' || "/?#\"'<>`\\".indexOf(c) >= 0;
    }
}
