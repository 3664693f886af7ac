package tacit.evidence.redaction;

import java.util.Locale;
import java.util.Set;

/** Tells values that stand for a secret, or for none, from secrets. */
final class Placeholders {

    private static final Set<String> WORDS = Set.of(
            "",
            "null",
            "none",
            "nil",
            "undefined",
            "true",
            "false",
            "yes",
            "no",
            "str",
            "string",
            "int",
            "integer",
            "bool",
            "boolean",
            "number",
            "object",
            "any",
            "bytes",
            "text",
            "varchar",
            "required",
            "optional",
            "missing",
            "invalid",
            "expired",
            "empty",
            "redacted",
            "hidden",
            "masked",
            "nan",
            "nullable",
            "unset");

    private static final Set<String> ROOTS = Set.of(
            "self",
            "this",
            "os",
            "process",
            "env",
            "config",
            "settings",
            "options",
            "args",
            "request",
            "req",
            "params",
            "ctx",
            "context",
            "user",
            "input",
            "data",
            "event",
            "secrets",
            "import",
            "system");

    private Placeholders() {}

    static boolean is(String value) {
        if (value.isEmpty() || WORDS.contains(value.toLowerCase(Locale.ROOT))) {
            return true;
        }
        char first = value.charAt(0);
        if (first == '$' || first == '%' || first == '<' || first == '{' || first == '[' || first == '?') {
            return true;
        }
        return value.contains("REDACTED")
                || (value.length() <= 3 && value.chars().noneMatch(Character::isLetterOrDigit))
                || allSame(value)
                || value.startsWith("...")
                || value.startsWith("\u2026");
    }

    /** Whether unquoted text is a name, a type or a call in source code and not a value. */
    static boolean isCode(String value) {
        if (value.indexOf('(') >= 0 || value.indexOf('[') > 0) {
            return true;
        }
        int dot = value.indexOf('.');
        return dot > 0 && ROOTS.contains(value.substring(0, dot).toLowerCase(Locale.ROOT));
    }

    private static boolean allSame(String value) {
        char first = value.charAt(0);
        return (first == '*' || first == 'x' || first == 'X' || first == '.' || first == '-' || first == '_')
                && value.chars().allMatch(c -> c == first);
    }
}
