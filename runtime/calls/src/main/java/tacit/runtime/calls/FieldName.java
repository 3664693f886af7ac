package tacit.runtime.calls;

/**
 * Names of fields that come from agents. A parser refuses half a character in a name even as an escape, and the dollar sign
 * marks names of our own: what holds one or begins with the other is written behind a dollar sign, in letters.
 */
final class FieldName {

    private static final char MARK = '$';

    private FieldName() {}

    static String written(String name) {
        return name.indexOf(MARK) == 0 || Surrogates.anyAlone(name)
                ? MARK + Surrogates.escaped(name.replace("\\", "\\\\"))
                : name;
    }

    static String read(String field) {
        if (field.indexOf(MARK) != 0) {
            return field;
        }
        StringBuilder name = new StringBuilder();
        for (int i = 1; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c != '\\') {
                name.append(c);
            } else if (field.startsWith("\\\\", i)) {
                name.append(c);
                i++;
            } else {
                name.append(escape(field, i));
                i += 5;
            }
        }
        return name.toString();
    }

    private static char escape(String field, int at) {
        if (at + 6 > field.length() || field.charAt(at + 1) != 'u') {
            throw new IllegalArgumentException("field must be escaped as written, got another text");
        }
        return (char) Integer.parseInt(field.substring(at + 2, at + 6), 16);
    }
}
