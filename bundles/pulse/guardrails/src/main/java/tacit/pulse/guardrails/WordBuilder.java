package tacit.pulse.guardrails;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts words together from their parts, and keeps what was read. Confined to one thread. */
final class WordBuilder {

    private final Variables variables;
    private final List<ShellToken> tokens = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<String> inner = new ArrayList<>();
    private boolean open;
    private boolean quoted;
    private boolean unknown;
    private @Nullable String loop;

    WordBuilder(Variables variables) {
        this.variables = variables;
    }

    List<ShellToken> tokens() {
        return tokens;
    }

    boolean isOpen() {
        return open;
    }

    void add(String part, boolean asItIs) {
        open = true;
        quoted |= asItIs;
        text.append(part);
    }

    /** What stands in a name: outside of quotations its blanks part words. */
    void value(String value, boolean whole) {
        if (whole) {
            add(value, true);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            if (Character.isWhitespace(value.charAt(i))) {
                end();
            } else {
                add(String.valueOf(value.charAt(i)), false);
            }
        }
    }

    /** What is known only when it runs. */
    void hole(String shown) {
        add(shown, false);
        unknown = true;
    }

    /** A command whose output is used here. */
    void inner(String command) {
        hole(String.valueOf(ShellWord.HOLE));
        inner.add(command);
    }

    void also(String command) {
        inner.add(command);
    }

    void between(String sign) {
        end();
        loop = null;
        tokens.add(ShellToken.between(sign));
    }

    void redirection(String sign) {
        if (open && text.toString().matches("\\d+|\\{\\w+\\}")) {
            clear();
        }
        end();
        tokens.add(ShellToken.redirection(sign));
    }

    /** Puts a text in the place of the word that announced it. */
    void replace(int place, String body) {
        tokens.set(place, ShellToken.word(new ShellWord(body, false, List.of())));
    }

    void end() {
        if (!open) {
            return;
        }
        List<String> texts = quoted ? List.of(text.toString()) : Braces.expand(text.toString());
        texts.forEach(one -> put(new ShellWord(one, unknown, inner)));
        clear();
    }

    private void put(ShellWord word) {
        if (word.isAssignment()) {
            variables.assign(word.text());
        }
        if (loop != null) {
            variables.also(loop, word.text());
        }
        if (word.text().equals("in") && said(2).matches("for|select")) {
            loop = said(1);
            variables.set(loop, "");
        }
        tokens.add(ShellToken.word(word));
    }

    private String said(int before) {
        int place = tokens.size() - before;
        return place < 0 ? "" : tokens.get(place).word().text();
    }

    private void clear() {
        text.setLength(0);
        inner.clear();
        open = false;
        quoted = false;
        unknown = false;
    }
}
