package tacit.pulse.guardrails;

import java.util.List;

/**
 * A piece of a line: a word, what stands between commands, or where something comes from or goes to. Immutable.
 *
 * @param kind which of them
 * @param sign of what is no word, such as {@code &&} or {@code >>}
 * @param word of a word; of a redirection of text that text
 */
record ShellToken(Kind kind, String sign, ShellWord word) {

    enum Kind {
        WORD,
        BETWEEN,
        REDIRECTION
    }

    private static final ShellWord NONE = new ShellWord("", false, List.of());

    static ShellToken word(ShellWord word) {
        return new ShellToken(Kind.WORD, "", word);
    }

    static ShellToken between(String sign) {
        return new ShellToken(Kind.BETWEEN, sign, NONE);
    }

    static ShellToken redirection(String sign) {
        return new ShellToken(Kind.REDIRECTION, sign, NONE);
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
