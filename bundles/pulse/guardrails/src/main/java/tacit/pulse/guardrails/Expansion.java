package tacit.pulse.guardrails;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what names and commands stand for in their place, as far as it is known. Confined to one thread. */
final class Expansion {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*|[0-9@*#?$!-]");
    private static final Pattern CHANGED = Pattern.compile("(?s)([A-Za-z_][A-Za-z0-9_]*)(:?[-=+?])?(.*)");
    private static final Pattern CUT = Pattern.compile(":\\s*(\\d+)(?::(\\d+))?");

    private final WordBuilder word;
    private final Variables variables;

    Expansion(WordBuilder word, Variables variables) {
        this.word = word;
        this.variables = variables;
    }

    /** Reads what a dollar begins; answers where to read on, past the end when something was not closed. */
    int dollar(String text, int at, boolean quoted) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : '\0';
        if (next == '\'' && !quoted) {
            return escapes(text, at + 2);
        }
        if (next == '(') {
            int end = Brackets.end(text, at + 1, '(', ')');
            command(text.substring(at + 2, end < 0 ? text.length() : end), quoted);
            return end < 0 ? text.length() + 1 : end + 1;
        }
        if (next == '{') {
            int end = Brackets.end(text, at + 1, '{', '}');
            changed(text.substring(at + 2, end < 0 ? text.length() : end), quoted);
            return end < 0 ? text.length() + 1 : end + 1;
        }
        Matcher name = NAME.matcher(text).region(at + 1, text.length());
        if (!name.lookingAt()) {
            word.add("$", quoted);
            return at + 1;
        }
        named(name.group(), quoted);
        return name.end();
    }

    int backtick(String text, int at, boolean quoted) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '`') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        command(text.substring(at + 1, Math.min(end, text.length())).replaceAll("\\\\([`$\\\\])", "$1"), quoted);
        return end + 1;
    }

    private int escapes(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\'') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        word.add(Escapes.decode(text.substring(from, Math.min(end, text.length()))), true);
        return end + 1;
    }

    private void command(String command, boolean quoted) {
        Optional<String> said = Said.by(command);
        if (said.isPresent()) {
            word.value(said.get(), quoted);
            word.also(command);
        } else {
            word.inner(command);
        }
    }

    private void named(String name, boolean quoted) {
        Optional<String> known = variables.value(name);
        if (name.equals("IFS") && known.isEmpty()) {
            word.value(" ", quoted);
        } else if (name.equals("HOME")) {
            word.add("$HOME", quoted);
        } else if (known.isPresent()) {
            word.value(known.get(), quoted);
        } else if (name.matches("[@*#?!-]")) {
            word.hole("");
        } else {
            word.hole("$" + name);
        }
    }

    private void changed(String inside, boolean quoted) {
        Matcher parts = CHANGED.matcher(inside);
        if (!parts.matches()) {
            word.hole(String.valueOf(ShellWord.HOLE));
            return;
        }
        String name = parts.group(1);
        Matcher cut = CUT.matcher(parts.group(3));
        boolean plain = parts.group(2) == null && parts.group(3).isEmpty();
        boolean unset = variables.value(name).isEmpty() && !name.matches("HOME|IFS");
        if (cut.matches() && parts.group(2) == null && !unset) {
            word.value(cut(variables.value(name).orElse(""), cut), quoted);
        } else if (plain || (parts.group(2) != null && !unset) || ":?".equals(parts.group(2))) {
            named(name, quoted);
        } else if (parts.group(2) != null) {
            word.value(parts.group(3).replaceAll("[\"']", ""), quoted);
        } else if (name.equals("IFS")) {
            word.value(" ", quoted);
        } else {
            word.hole("$" + name);
        }
    }

    private static String cut(String value, Matcher cut) {
        int from = bounded(cut.group(1), value.length());
        int length = cut.group(2) == null ? value.length() : bounded(cut.group(2), value.length());
        return value.substring(from, Math.min(value.length(), from + length));
    }

    private static int bounded(String digits, int most) {
        return digits.length() > 6 ? most : Math.min(Integer.parseInt(digits), most);
    }
}
