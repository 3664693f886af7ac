package tacit.api.pulse;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a setting of the core may be, and what it is where nobody says anything. Immutable.
 *
 * @param type how a value is written
 * @param usual the value where no scope says one
 * @param min the least number, or the fewest texts
 * @param max the most; of a text its longest
 * @param options the words to choose from, in lower case; empty for any
 */
public record SettingRule(Type type, String usual, double min, double max, List<String> options) {

    /** How a value is written. */
    public enum Type {
        /** {@code true} or {@code false}. */
        TRUTH,
        /** Always {@code true}: what else is set is kept as true, as a guard that nobody may lift. */
        ALWAYS,
        /** A whole number. */
        WHOLE,
        /** A number. */
        REAL,
        /** One of its options. */
        CHOICE,
        /** Some of its options with commas between them, each once. */
        CHOICES,
        /** As above, and none counts as all. */
        CHOICES_OR_ALL,
        /** Texts with commas between them, each once. */
        TEXTS,
        /** One text. */
        TEXT,
        /** A time zone that is known; empty for the host's. */
        ZONE,
        /** Hours, as {@link ActiveHours#parse} reads them. */
        HOURS
    }

    private static final int LONGEST = 200;

    public SettingRule {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(usual, "usual");
        options = List.copyOf(options);
    }

    public static SettingRule truth(boolean usual) {
        return new SettingRule(Type.TRUTH, String.valueOf(usual), 0, 1, List.of());
    }

    public static SettingRule always() {
        return new SettingRule(Type.ALWAYS, "true", 1, 1, List.of());
    }

    public static SettingRule whole(long usual, long min, long max) {
        return new SettingRule(Type.WHOLE, String.valueOf(usual), min, max, List.of());
    }

    public static SettingRule real(double usual, double min, double max) {
        return new SettingRule(Type.REAL, String.valueOf(usual), min, max, List.of());
    }

    public static SettingRule choice(String usual, String... options) {
        return new SettingRule(Type.CHOICE, usual, 1, 1, List.of(options));
    }

    /** The names of an enum, in lower case. */
    public static SettingRule choice(Enum<?> usual) {
        return choice(lower(usual), names(usual.getDeclaringClass()));
    }

    public static SettingRule choices(String usual, String... options) {
        return new SettingRule(Type.CHOICES, usual, 0, options.length, List.of(options));
    }

    public static SettingRule choices(String usual, Class<? extends Enum<?>> options) {
        return choices(usual, names(options));
    }

    public static SettingRule choicesOrAll(String... options) {
        return new SettingRule(Type.CHOICES_OR_ALL, String.join(",", options), 0, options.length, List.of(options));
    }

    public static SettingRule texts(int most) {
        return new SettingRule(Type.TEXTS, "", 0, most, List.of());
    }

    public static SettingRule text(String usual) {
        return new SettingRule(Type.TEXT, usual, 0, LONGEST, List.of());
    }

    public static SettingRule zone() {
        return new SettingRule(Type.ZONE, "", 0, LONGEST, List.of());
    }

    public static SettingRule hours() {
        return new SettingRule(Type.HOURS, ActiveHours.ALWAYS, 0, LONGEST, List.of());
    }

    /**
     * The value as it is kept: without what makes no difference.
     *
     * @param key whose it is, for the message
     * @throws IllegalArgumentException when it does not fit; says what would
     */
    public String checked(String key, String value) {
        String kept = kept(value.strip());
        if (kept == null) {
            throw new IllegalArgumentException(key + " must be " + words() + ", got '"
                    + (value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value) + "'");
        }
        return kept;
    }

    private @Nullable String kept(String value) {
        return switch (type) {
            case TRUTH -> truthOf(value);
            case ALWAYS -> truthOf(value) == null ? null : usual;
            case WHOLE ->
                value.matches("-?\\d{1,15}") && fits((double) Long.parseLong(value))
                        ? String.valueOf(Long.parseLong(value))
                        : null;
            case REAL -> value.matches("-?\\d{1,15}(\\.\\d{1,15})?") && fits(Double.parseDouble(value)) ? value : null;
            case CHOICE -> options.contains(value.toLowerCase(Locale.ROOT)) ? value.toLowerCase(Locale.ROOT) : null;
            case CHOICES, CHOICES_OR_ALL -> chosen(parts(value.toLowerCase(Locale.ROOT)));
            case TEXTS -> listed(parts(value));
            case TEXT -> value.length() <= max ? value : null;
            case ZONE -> value.isEmpty() || ActiveHours.known(value) ? value : null;
            case HOURS -> ActiveHours.text(ActiveHours.parse(value));
        };
    }

    private static @Nullable String truthOf(String value) {
        return value.equals("true") || value.equals("false") ? value : null;
    }

    private boolean fits(double number) {
        return number >= min && number <= max;
    }

    private @Nullable String chosen(List<String> parts) {
        if (!options.containsAll(parts)) {
            return null;
        }
        return parts.isEmpty() && type == Type.CHOICES_OR_ALL ? usual : String.join(",", parts);
    }

    private @Nullable String listed(List<String> parts) {
        boolean fits = parts.size() <= max && parts.stream().allMatch(part -> part.length() <= LONGEST);
        return fits ? String.join(",", parts) : null;
    }

    /** The parts of a value with commas, each once; none of an empty one. */
    public static List<String> parts(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    /** What a value must be, for people. */
    public String words() {
        return switch (type) {
            case TRUTH, ALWAYS -> "true or false";
            case WHOLE -> "a whole number in [%d, %d]".formatted((long) min, (long) max);
            case REAL -> "a number in [" + min + ", " + max + "]";
            case CHOICE -> "one of " + String.join(", ", options);
            case CHOICES, CHOICES_OR_ALL -> "some of " + String.join(", ", options);
            case TEXTS -> "at most %d texts of at most %d characters, with commas".formatted((long) max, LONGEST);
            case TEXT -> "a text of at most " + (long) max + " characters";
            case ZONE -> "a known time zone, or empty for the host's";
            case HOURS -> ActiveHours.FORM;
        };
    }

    private static String[] names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(SettingRule::lower).toArray(String[]::new);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
