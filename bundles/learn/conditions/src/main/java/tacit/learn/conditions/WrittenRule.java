package tacit.learn.conditions;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tacit.api.guard.GuardCondition;
import tacit.api.guard.GuardEffect;
import tacit.api.guard.GuardKind;
import tacit.api.guard.GuardRule;
import tacit.api.guard.ToolRole;

/**
 * A rule as a setting holds it: {@code EFFECT KIND ROLE TOOL REQUIRED sentence}, where {@code *} is every tool and {@code -} none, and
 * names of tools are written as in the query of an address. Immutable.
 *
 * @param condition when it applies
 * @param effect ask or deny
 * @param sentence why, for people
 */
public record WrittenRule(GuardCondition condition, GuardEffect effect, String sentence) {

    private static final String FORM = "EFFECT KIND ROLE TOOL REQUIRED sentence";
    private static final Pattern LINE = Pattern.compile("(\\S+) (\\S+) (\\S+) (\\S+) (\\S+) (\\S.*)");
    private static final String EVERY = "*";
    private static final String NONE = "-";

    public WrittenRule {
        if (effect == GuardEffect.ALLOW) {
            throw new IllegalArgumentException("A rule must ask or deny: one that allows would weaken the others");
        }
        if (sentence.isBlank() || sentence.lines().count() > 1) {
            throw new IllegalArgumentException("sentence must be one line, got '" + sentence + "'");
        }
    }

    public static WrittenRule of(GuardRule rule) {
        return new WrittenRule(rule.condition(), rule.effect(), rule.sentence());
    }

    /** The same as that of the rule that was learned. */
    public String id() {
        return GuardRule.idOf(condition, effect);
    }

    /**
     * Reads a line as {@link #line} writes it.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    public static WrittenRule read(String line) {
        Matcher parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("A rule must be " + FORM + ", got '" + line + "'");
        }
        GuardKind kind = named(GuardKind.class, parts.group(2));
        ToolRole role = named(ToolRole.class, parts.group(3));
        String tool = parts.group(4).equals(EVERY) ? null : plain(parts.group(4));
        Map<String, String> parameters =
                parts.group(5).equals(NONE) ? Map.of() : Map.of(GuardCondition.REQUIRED, plain(parts.group(5)));
        GuardCondition condition = new GuardCondition(kind, role, tool, parameters);
        return new WrittenRule(condition, named(GuardEffect.class, parts.group(1)), parts.group(6));
    }

    /** The line that {@link #read} reads. */
    public String line() {
        @Nullable String tool = condition.tool();
        @Nullable String required = condition.parameters().get(GuardCondition.REQUIRED);
        return String.join(
                " ",
                lower(effect),
                lower(condition.kind()),
                lower(condition.role()),
                tool == null ? EVERY : written(tool),
                required == null ? NONE : written(required),
                sentence);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E named(Class<E> type, String word) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(word)) {
                return value;
            }
        }
        throw new IllegalArgumentException("A rule must be " + FORM + ", and no "
                + type.getSimpleName().replaceAll("Guard|Tool", "").toLowerCase(Locale.ROOT) + " is '" + word + "'");
    }

    /** A star is written out, so that a tool of that name is not every tool; a dash alone likewise. */
    private static String written(String name) {
        String text = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("*", "%2A");
        return text.equals(NONE) ? "%2D" : text;
    }

    private static String plain(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
