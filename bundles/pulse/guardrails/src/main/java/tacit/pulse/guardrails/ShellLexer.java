package tacit.pulse.guardrails;

import java.util.List;

/** Takes a text of a shell apart into words and what stands between them. Confined to one thread, for one text. */
final class ShellLexer {

    private static final String BETWEEN = ";&|()";

    private final String text;
    private final WordBuilder word;
    private final Expansion expansion;
    private final HereTexts here = new HereTexts();
    private int at;
    private boolean broken;

    ShellLexer(String text, Variables variables) {
        this.text = text;
        this.word = new WordBuilder(variables);
        this.expansion = new Expansion(word, variables);
    }

    List<ShellToken> tokens() {
        while (at < text.length()) {
            step();
        }
        word.end();
        return word.tokens();
    }

    /** Whether a quotation or a bracket has no end, so that what was read may be something else. */
    boolean isBroken() {
        return broken;
    }

    private void step() {
        char sign = text.charAt(at);
        if (sign == '\n') {
            word.between("\n");
            at = here.read(text, at + 1, word);
        } else if (Character.isWhitespace(sign)) {
            word.end();
            at++;
        } else if (sign == '#' && !word.isOpen()) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else if (isRedirection(sign)) {
            redirection();
        } else if (BETWEEN.indexOf(sign) >= 0) {
            between(sign);
        } else {
            part(sign);
        }
    }

    private boolean isRedirection(char sign) {
        return sign == '<' || sign == '>' || (sign == '&' && next(1) == '>');
    }

    private char next(int further) {
        return at + further < text.length() ? text.charAt(at + further) : '\0';
    }

    private void between(char sign) {
        boolean doubled = (sign == '&' || sign == '|' || sign == ';') && next(1) == sign;
        boolean both = sign == '|' && next(1) == '&';
        word.between(doubled ? "" + sign + sign : String.valueOf(sign));
        at += doubled || both ? 2 : 1;
    }

    private void redirection() {
        if (next(1) == '(' && text.charAt(at) != '&') {
            int end = Brackets.end(text, at + 1, '(', ')');
            word.inner(text.substring(at + 2, bounded(end)));
            at = past(end);
            return;
        }
        int end = at;
        while (end < text.length() && "<>&|-".indexOf(text.charAt(end)) >= 0 && end - at < 3) {
            end++;
        }
        String sign = text.substring(at, end);
        if (sign.endsWith("-") && !sign.equals("<<-")) {
            sign = sign.substring(0, sign.length() - 1);
        }
        word.redirection(sign);
        at += sign.length();
        if (sign.equals("<<") || sign.equals("<<-")) {
            at = here.announce(text, at, word);
        }
    }

    private void part(char sign) {
        switch (sign) {
            case '\'' -> single();
            case '"' -> doubled();
            case '\\' -> {
                word.add(next(1) == '\0' ? "" : String.valueOf(next(1)), true);
                at += 2;
            }
            case '$' -> {
                if (next(1) == '"') {
                    at++;
                } else {
                    at = checked(expansion.dollar(text, at, false));
                }
            }
            case '`' -> at = checked(expansion.backtick(text, at, false));
            default -> {
                word.add(String.valueOf(sign), false);
                at++;
            }
        }
    }

    private void single() {
        int end = text.indexOf('\'', at + 1);
        word.add(text.substring(at + 1, bounded(end)), true);
        at = past(end);
    }

    private void doubled() {
        word.add("", true);
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char sign = text.charAt(at);
            if (sign == '\\' && "$`\"\\\n".indexOf(next(1)) >= 0) {
                word.add(String.valueOf(next(1)), true);
                at += 2;
            } else if (sign == '$') {
                at = checked(expansion.dollar(text, at, true));
            } else if (sign == '`') {
                at = checked(expansion.backtick(text, at, true));
            } else {
                word.add(String.valueOf(sign), true);
                at++;
            }
        }
        broken |= at >= text.length();
        at++;
    }

    private int bounded(int end) {
        return end < 0 ? text.length() : end;
    }

    private int past(int end) {
        broken |= end < 0;
        return end < 0 ? text.length() : end + 1;
    }

    private int checked(int end) {
        broken |= end > text.length();
        return Math.min(end, text.length());
    }
}
