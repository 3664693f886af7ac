package tacit.store.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a script into its statements: semicolons inside quotes and comments do not count. */
final class SqlScript {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment>--[^\\n]*|/\\*.*?\\*/)|(?<quoted>'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\")|(?<end>;)",
            Pattern.DOTALL);

    private SqlScript() {}

    /** The statements without comments, in order. */
    static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        Matcher token = TOKEN.matcher(script);
        int from = 0;
        while (token.find()) {
            current.append(script, from, token.start());
            from = token.end();
            if (token.group("quoted") != null) {
                current.append(token.group());
            } else if (token.group("end") != null) {
                addIfPresent(statements, current);
            }
        }
        current.append(script, from, script.length());
        addIfPresent(statements, current);
        return statements;
    }

    private static void addIfPresent(List<String> statements, StringBuilder current) {
        String statement = current.toString().strip();
        if (!statement.isEmpty()) {
            statements.add(statement);
        }
        current.setLength(0);
    }
}
