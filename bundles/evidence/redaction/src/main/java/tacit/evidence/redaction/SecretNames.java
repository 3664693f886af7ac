package tacit.evidence.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells by the name of a field whether its value is a secret: by whole words, so that no "tokenizer" is a token. */
final class SecretNames {

    /**
     * What a name promises.
     *
     * @param kind what the mark says
     * @param strong whether any value counts, however ordinary it looks
     */
    record Named(String kind, boolean strong) {}

    private static final int LONGEST = 128;

    private static final Set<String> PASSWORDS = Set.of("password", "passwd", "pwd", "passphrase", "passcode");
    private static final Set<String> GLUED_KEYS = Set.of(
            "apikey",
            "secretkey",
            "privatekey",
            "accesskey",
            "sshkey",
            "authkey",
            "masterkey",
            "signingkey",
            "encryptionkey",
            "accountkey",
            "deploykey",
            "subscriptionkey");
    private static final Set<String> KEY_OWNERS = Set.of(
            "api",
            "access",
            "secret",
            "private",
            "ssh",
            "signing",
            "encryption",
            "master",
            "deploy",
            "auth",
            "account",
            "subscription",
            "rsa",
            "pgp",
            "gpg",
            "aws",
            "openai",
            "anthropic",
            "stripe",
            "azure",
            "github",
            "service");
    private static final Set<String> GLUED_TOKENS =
            Set.of("accesstoken", "authtoken", "refreshtoken", "apitoken", "bearertoken", "sessiontoken", "idtoken");
    private static final Set<String> INNOCENT_TOKENS = Set.of(
            "page",
            "next",
            "continuation",
            "eos",
            "bos",
            "pad",
            "unk",
            "sep",
            "cls",
            "mask",
            "stop",
            "special",
            "first",
            "last",
            "per",
            "cancellation",
            "prev",
            "previous",
            "current",
            "unexpected",
            "start",
            "end",
            "output",
            "input",
            "cancel");

    private SecretNames() {}

    static @Nullable Named of(String name) {
        if (name.isEmpty() || name.length() > LONGEST || !mayEndAName(name.charAt(name.length() - 1))) {
            return null;
        }
        List<String> words = words(name);
        if (words.isEmpty()) {
            return null;
        }
        String last = words.get(words.size() - 1);
        String before = words.size() > 1 ? words.get(words.size() - 2) : "";
        if (last.equals("id")
                && before.equals("key")
                && words.size() > 2
                && words.get(words.size() - 3).equals("access")) {
            return new Named("access_key", true);
        }
        return ofLast(last, before);
    }

    private static @Nullable Named ofLast(String last, String before) {
        if (PASSWORDS.contains(last) || last.endsWith("password") || last.endsWith("passwd")) {
            return new Named("password", true);
        }
        if (GLUED_KEYS.contains(last)
                || last.endsWith("apikey")
                || (last.equals("key") && KEY_OWNERS.contains(before))) {
            boolean isPrivate = last.startsWith("private") || before.equals("private") || before.equals("ssh");
            return new Named(isPrivate ? "private_key" : "api_key", true);
        }
        if (last.equals("token") || GLUED_TOKENS.contains(last)) {
            return INNOCENT_TOKENS.contains(before) ? null : new Named("token", !before.isEmpty() || last.length() > 5);
        }
        return switch (last) {
            case "secret", "clientsecret" -> new Named("secret", !before.isEmpty() || last.length() > 6);
            case "credential", "credentials" -> new Named("credential", false);
            case "authorization", "auth", "cookie" ->
                new Named(last.equals("cookie") ? "cookie" : "authorization", false);
            default -> null;
        };
    }

    private static boolean mayEndAName(char c) {
        return Characters.digit(c) || "dDtTnNyYlLsSeEhH".indexOf(c) >= 0;
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>(4);
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || !Characters.letter(name.charAt(i))) {
                add(words, name, start, i);
                start = i + 1;
            } else if (i > start && humpAt(name, i)) {
                add(words, name, start, i);
                start = i;
            }
        }
        return words;
    }

    private static boolean humpAt(String name, int i) {
        if (!Character.isUpperCase(name.charAt(i))) {
            return false;
        }
        boolean afterLower = Character.isLowerCase(name.charAt(i - 1));
        boolean beforeLower = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        return afterLower ? startsWord(name, i) : beforeLower && Character.isUpperCase(name.charAt(i - 1));
    }

    /** Whether the capital begins a word: {@code apiKey} does, {@code api-KEY} is cut at its hyphen already. */
    private static boolean startsWord(String name, int i) {
        return i + 1 >= name.length() || Characters.letter(name.charAt(i + 1));
    }

    private static void add(List<String> words, String name, int start, int end) {
        if (end > start) {
            words.add(name.substring(start, end).toLowerCase(Locale.ROOT));
        }
    }
}
