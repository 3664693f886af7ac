package tacit.pulse.guardrails;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The commands of a text, each row connected by pipes.
 *
 * @param rows in their order
 * @param inner commands whose output is used in them
 * @param broken whether something was not closed
 */
record ShellText(List<List<SimpleCommand>> rows, List<String> inner, boolean broken) {

    private static final Set<String> KEYWORDS = Set.of(
            "if",
            "then",
            "elif",
            "else",
            "fi",
            "while",
            "until",
            "do",
            "done",
            "esac",
            "!",
            "time",
            "function",
            "coproc");
    private static final Set<String> BRACES = Set.of("{", "}");

    ShellText {
        rows = List.copyOf(rows);
        inner = List.copyOf(inner);
    }

    static ShellText of(String text, Variables variables) {
        ShellLexer lexer = new ShellLexer(text, variables);
        List<ShellToken> tokens = lexer.tokens();
        Reading reading = new Reading();
        tokens.forEach(reading::take);
        reading.endRow();
        List<String> inner = tokens.stream()
                .flatMap(token -> token.word().inner().stream())
                .distinct()
                .toList();
        return new ShellText(reading.rows, inner, lexer.isBroken());
    }

    /** Takes one token after the other. */
    private static final class Reading {

        private final List<List<SimpleCommand>> rows = new ArrayList<>();
        private List<SimpleCommand> row = new ArrayList<>();
        private final List<ShellWord> words = new ArrayList<>();
        private final List<ShellWord> targets = new ArrayList<>();
        private final List<String> inputs = new ArrayList<>();
        private String redirection = "";

        void take(ShellToken token) {
            if (token.is(ShellToken.Kind.REDIRECTION)) {
                redirection = token.sign();
            } else if (token.is(ShellToken.Kind.BETWEEN)) {
                redirection = "";
                endCommand();
                if (!token.sign().equals("|")) {
                    endRow();
                }
            } else if (!redirection.isEmpty()) {
                redirected(token.word());
            } else if (BRACES.contains(token.word().text())) {
                endRow();
            } else if (!words.isEmpty() || !isBefore(token.word())) {
                words.add(token.word());
            }
        }

        private static boolean isBefore(ShellWord word) {
            return KEYWORDS.contains(word.text()) || word.isAssignment();
        }

        private void redirected(ShellWord word) {
            if (redirection.contains(">")) {
                targets.add(word);
            } else if (redirection.startsWith("<<")) {
                inputs.add(word.text());
            }
            redirection = "";
        }

        private void endCommand() {
            if (!words.isEmpty() || !targets.isEmpty()) {
                row.add(new SimpleCommand(words, targets, inputs));
            }
            words.clear();
            targets.clear();
            inputs.clear();
        }

        void endRow() {
            endCommand();
            if (!row.isEmpty()) {
                rows.add(row);
            }
            row = new ArrayList<>();
        }
    }
}
