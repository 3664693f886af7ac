package tacit.store.sql;

import java.util.List;
import java.util.regex.Pattern;

/** Lets a script only add, so that an older version of its bundle still reads what a newer one left. */
final class AdditiveRule {

    private static final List<Pattern> ALLOWED = List.of(
            pattern("CREATE\\s+TABLE\\s.*"),
            pattern("CREATE\\s+(UNIQUE\\s+)?INDEX\\s.*"),
            pattern("ALTER\\s+TABLE\\s+(IF\\s+EXISTS\\s+)?\\w+\\s+ADD\\s+COLUMN\\s.*"),
            pattern("INSERT\\s+INTO\\s.*"));

    private static final Pattern ADDS_COLUMN = pattern("ALTER\\s.*");
    private static final Pattern MUST_BE_GIVEN = pattern("(?!.*\\bDEFAULT\\b).*\\bNOT\\s+NULL\\b.*");
    private static final Pattern DROPS = pattern(".*\\bDROP\\b.*");

    private AdditiveRule() {}

    static void check(String owner, int version, String statement) {
        boolean allowed =
                ALLOWED.stream().anyMatch(rule -> rule.matcher(statement).matches());
        if (!allowed) {
            throw refusal(owner, version, statement, "must only add tables, columns, indexes and rows");
        }
        if (!ADDS_COLUMN.matcher(statement).matches()) {
            return;
        }
        if (DROPS.matcher(statement).matches()) {
            throw refusal(owner, version, statement, "must not drop anything");
        }
        if (MUST_BE_GIVEN.matcher(statement).matches()) {
            throw refusal(owner, version, statement, "must give a NOT NULL column a default");
        }
    }

    private static IllegalArgumentException refusal(String owner, int version, String statement, String rule) {
        String start = statement.lines().findFirst().orElse("").strip();
        return new IllegalArgumentException(
                "Script db/V" + version + ".sql of '" + owner + "' " + rule + ", got '" + start + "'");
    }

    private static Pattern pattern(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
